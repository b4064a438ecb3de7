package io.github.feedauth.mojo;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.NoFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The parameters {@code feed} and {@code feeds} together.
 *
 * @param feed the one feed; null where it is not set
 * @param feeds several; null where they are not set
 */
record FeedsParameter(FeedParameter feed, List<FeedParameter> feeds) {

    /**
     * The feeds they name.
     *
     * @throws FeedAuthFailure where there is none, where both are set, or where a feed is not as it has to be
     */
    Feeds toFeeds(boolean allowInsecureHttp) {
        boolean one = isOne();
        boolean several = isSeveral();
        if (!one && !several) {
            throw NoFeed.after(List.of());
        }
        if (one && several) {
            throw new FeedAuthFailure(
                    "Both feed and feeds are set",
                    "parameters feed and feeds",
                    "Put all of them into <feeds>; -Dfeedauth.feed cannot be added to those of the POM");
        }
        List<Feed> parsed = several
                ? IntStream.range(0, feeds.size())
                        .mapToObj(i -> parse(feeds.get(i), allowInsecureHttp, "parameter feeds, feed " + (i + 1)))
                        .toList()
                : List.of(parse(feed, allowInsecureHttp, "parameter feed"));
        return new Feeds(parsed);
    }

    /** The feeds they name, for a goal that can do without any; otherwise as {@link #toFeeds}. */
    List<Feed> declared(boolean allowInsecureHttp) {
        return isGiven() ? toFeeds(allowInsecureHttp).list() : List.of();
    }

    /** All that they say: feeds that say the same are the same. */
    List<Object> elements() {
        List<Object> elements = new ArrayList<>();
        elements.add(feed == null ? null : feed.elements());
        for (FeedParameter one : feeds == null ? List.<FeedParameter>of() : feeds) {
            elements.add(one == null ? null : one.elements());
        }
        return elements;
    }

    /** Whether there is any. */
    boolean isGiven() {
        return isOne() || isSeveral();
    }

    private boolean isOne() {
        return feed != null && feed.isSet();
    }

    private boolean isSeveral() {
        return feeds != null && !feeds.isEmpty();
    }

    private static Feed parse(FeedParameter parameter, boolean allowInsecureHttp, String where) {
        Feed feed = parameter.toFeed(where);
        feed.url().requireSecure(allowInsecureHttp, where);
        return feed;
    }
}
