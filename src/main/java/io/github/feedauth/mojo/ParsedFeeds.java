package io.github.feedauth.mojo;

import io.github.feedauth.feed.Feeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The feeds that the POM names, understood once for all modules of a build that name the same. */
final class ParsedFeeds {
    private final Map<List<Object>, Feeds> known = new ConcurrentHashMap<>();

    /**
     * The feeds.
     *
     * @throws io.github.feedauth.failure.FeedAuthFailure as {@link FeedsParameter#toFeeds}
     */
    Feeds of(FeedsParameter named, boolean allowInsecureHttp) {
        List<Object> text = new ArrayList<>(named.elements());
        text.add(allowInsecureHttp);
        Feeds feeds = known.get(text);
        if (feeds == null) {
            feeds = named.toFeeds(allowInsecureHttp);
            known.put(text, feeds);
        }
        return feeds;
    }
}
