package io.github.feedauth.credential;

import io.github.feedauth.feed.Feed;
import java.util.List;
import java.util.Optional;

/** One place that may hold a feed's credential. */
public interface CredentialSource {

    /**
     * Asks for the feed's credential.
     *
     * @return the credential, or empty for "not mine": the next source is asked
     * @throws io.github.feedauth.failure.FeedAuthFailure where this source is the one meant, but what it holds can't be used
     */
    Optional<FoundToken> ask(Feed feed);

    /**
     * Whether this source itself says that the feed's host may have what it holds. Only then is it asked for a feed that nobody
     * {@linkplain Feed#isVouchedFor vouches for}.
     *
     * @throws io.github.feedauth.failure.FeedAuthFailure as {@link #ask}
     */
    default boolean vouchesFor(Feed feed) {
        return false;
    }

    /** What is wrong with this source, where it is not asked for the feed since one before it has answered; empty for nothing. */
    default Optional<String> unnoticed(Feed feed) {
        return Optional.empty();
    }

    /** Where a user would put the feed's token so that this source finds it, each in a few words; none where that is a tool's job. */
    default List<String> places(Feed feed) {
        return List.of();
    }

    /** What this source looks at for the feed and how the user would fill it: the lines of the message when no source answers. */
    List<String> remedies(Feed feed);
}
