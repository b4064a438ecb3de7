package io.github.feedauth.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feeds;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParsedFeedsTest {
    private static final String FEED = "https://pkgs.dev.azure.com/contoso/_packaging/Feed/npm/registry/";

    private final ParsedFeeds parsed = new ParsedFeeds();

    @Test
    void modules_that_name_the_same_share_it() {
        Feeds first = parsed.of(one(FEED), false);
        assertThat(parsed.of(one(FEED), false)).isSameAs(first);
        assertThat(parsed.of(new FeedsParameter(null, List.of(feed(FEED))), false)
                        .list())
                .isEqualTo(first.list());
    }

    @Test
    void modules_that_name_others_get_theirs() {
        String other = FEED.replace("Feed", "Other");
        assertThat(parsed.of(one(FEED), false).list())
                .isNotEqualTo(parsed.of(one(other), false).list());
    }

    @Test
    void what_one_module_allows_another_may_not() {
        String insecure = "http://registry.example.com/";
        assertThat(parsed.of(one(insecure), true).list()).hasSize(1);
        assertThatThrownBy(() -> parsed.of(one(insecure), false)).isInstanceOf(FeedAuthFailure.class);
    }

    private static FeedsParameter one(String url) {
        return new FeedsParameter(feed(url), null);
    }

    private static FeedParameter feed(String url) {
        FeedParameter feed = new FeedParameter();
        feed.set(url);
        return feed;
    }
}
