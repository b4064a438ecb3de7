package io.github.feedauth.feed;

import java.util.Optional;

/** A feed's plain name, and the view that Azure writes behind it with an {@code @}. */
record FeedAndView(String feed, Optional<String> view) {

    /** Reads a percent-encoded path segment; empty for a malformed one, more than one {@code @}, or nothing beside it. */
    static Optional<FeedAndView> of(String segment) {
        Optional<String> plain = PathEncoding.decode(segment);
        return plain.isPresent() ? ofPlain(plain.get()) : Optional.empty();
    }

    /** Reads an unencoded {@code feed} or {@code feed@view}. */
    static Optional<FeedAndView> ofPlain(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            return Optional.of(new FeedAndView(text, Optional.empty()));
        }
        String feed = text.substring(0, at);
        String view = text.substring(at + 1);
        return feed.isBlank() || view.isBlank() || view.indexOf('@') >= 0
                ? Optional.empty()
                : Optional.of(new FeedAndView(feed, Optional.of(view)));
    }
}
