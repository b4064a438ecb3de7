package io.github.feedauth.mojo;

import static io.github.feedauth.mojo.Fields.feed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedsParameterTest {
    private static final String URL = "https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/";
    private static final String HTTP = "http://npm.example.com/registry/";

    @Test
    void a_feed_may_be_its_URL() {
        assertThat(one(feed(URL)).url().text()).isEqualTo(URL);
    }

    @Test
    void or_its_elements() {
        Feed feed = one(feed(Map.of(
                "organization", "contoso",
                "project", "Web Shop",
                "name", "Shared",
                "view", "Release",
                "scopes", List.of("@contoso", "shop"),
                "serverId", " azure ",
                "patEnvName", "SHOP_PAT",
                "username", "me")));
        assertThat(feed.url().text())
                .isEqualTo("https://pkgs.dev.azure.com/contoso/Web%20Shop/_packaging/Shared@Release/npm/registry/");
        assertThat(feed.scopes()).containsExactly(new Scope("contoso"), new Scope("shop"));
        assertThat(feed.serverId()).contains("azure");
        assertThat(feed.patEnvName()).contains("SHOP_PAT");
        assertThat(feed.username()).contains("me");
    }

    @Test
    void blank_elements_count_as_left_out() {
        Feed feed = one(feed(Map.of("url", URL, "organization", " ", "serverId", "", "patEnvName", " ")));
        assertThat(feed.serverId()).isEmpty();
        assertThat(feed.patEnvName()).isEmpty();
    }

    @Test
    void several_feeds_keep_their_order() {
        Feeds feeds = new FeedsParameter(
                        null,
                        List.of(
                                feed(Map.of("url", URL, "scopes", List.of("@contoso"))),
                                feed("https://npm.example.com/")))
                .toFeeds(false);
        assertThat(feeds.list()).extracting(feed -> feed.url().text()).containsExactly(URL, "https://npm.example.com/");
    }

    @Test
    void an_empty_bean_is_what_Maven_gives_for_a_feed_that_is_left_out() {
        assertThat(new FeedsParameter(new FeedParameter(), List.of(feed(URL)))
                        .toFeeds(false)
                        .list())
                .hasSize(1);
    }

    @Test
    void no_feed_fails_with_an_example() {
        for (FeedsParameter none : List.of(
                new FeedsParameter(null, null),
                new FeedsParameter(new FeedParameter(), null),
                new FeedsParameter(new FeedParameter(), List.of()))) {
            assertThatThrownBy(() -> none.toFeeds(false))
                    .isInstanceOf(FeedAuthFailure.class)
                    .hasMessageStartingWith("No feed is configured, and none of Azure Artifacts was found")
                    .hasMessageContaining("/npm/registry/</feed>")
                    .hasMessageContaining("-Dfeedauth.feed=");
        }
    }

    @Test
    void feed_and_feeds_together_fail() {
        assertThatThrownBy(() -> new FeedsParameter(feed(URL), List.of(feed(URL))).toFeeds(false))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("Both feed and feeds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url",
                "organization",
                "collectionUrl",
                "name",
                "project",
                "view",
                "serverId",
                "patEnvName",
                "username"
            })
    void whatever_is_set_of_a_feed_sets_it(String element) {
        assertThat(feed(Map.of(element, "x")).isSet()).isTrue();
    }

    @Test
    void scopes_alone_set_it_too() {
        assertThat(feed(Map.of("scopes", List.of("@contoso"))).isSet()).isTrue();
        assertThatThrownBy(() -> one(feed(Map.of("scopes", List.of("@contoso")))))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("No feed is given");
    }

    @Test
    void a_message_says_which_of_several_feeds_is_meant() {
        FeedParameter good = feed(URL);
        FeedParameter bad = feed(Map.of("organization", "contoso", "scopes", List.of("@a")));
        assertThatThrownBy(() -> new FeedsParameter(null, List.of(good, bad)).toFeeds(false))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("parameter feeds, feed 2");
        assertThatThrownBy(() -> one(feed(Map.of("organization", "contoso"))))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("parameter feed)");
    }

    @Test
    void an_empty_scope_is_told_where_it_stands() {
        FeedParameter feed = feed(Map.of("url", URL, "scopes", Arrays.asList("@a", null)));
        assertThatThrownBy(() -> one(feed))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("parameter feed, scopes");
    }

    @Test
    void plain_http_to_another_machine_needs_leave() {
        FeedParameter insecure = feed(Map.of("url", HTTP, "scopes", List.of("@a")));
        assertThatThrownBy(() -> new FeedsParameter(null, List.of(feed(URL), insecure)).toFeeds(false))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining(HTTP)
                .hasMessageContaining("parameter feeds, feed 2")
                .hasMessageContaining("allowInsecureHttp");
        assertThat(new FeedsParameter(insecure, null).toFeeds(true).list()).hasSize(1);
        assertThat(new FeedsParameter(feed("http://127.0.0.1:4873/"), null)
                        .toFeeds(false)
                        .list())
                .hasSize(1);
    }

    @Test
    void two_feeds_for_unscoped_packages_fail() {
        assertThatThrownBy(() ->
                        new FeedsParameter(null, List.of(feed(URL), feed("https://npm.example.com/"))).toFeeds(false))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("no scopes");
    }

    private static Feed one(FeedParameter feed) {
        return new FeedsParameter(feed, null).toFeeds(false).list().get(0);
    }
}
