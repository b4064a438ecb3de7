package io.github.feedauth.credential;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.AzureFeed;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.UserNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sources in their order: the first that answers is the one used, and the rest are not asked. */
public final class CredentialChain {
    private final List<CredentialSource> sources;

    /** @param sources the sources, first asked first */
    public CredentialChain(List<CredentialSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * Finds the feed's credential. A JWT becomes Bearer; anything else becomes Basic, with the feed's user name, else the source's,
     * else the one documented for the feed's kind.
     *
     * @throws FeedAuthFailure where no source has one, with every source that was asked and how to fill it; or where the source
     *     that is meant holds something unusable
     */
    public ResolvedCredential resolve(Feed feed) {
        for (CredentialSource source : sources) {
            Optional<FoundToken> found = source.ask(feed);
            if (found.isPresent()) {
                return new ResolvedCredential(
                        credential(feed, found.get()), found.get().origin());
            }
        }
        throw new FeedAuthFailure(
                "No credential for the feed " + feed.url().text() + ". Asked, in this order:"
                        + sources.stream()
                                .flatMap(source -> source.remedies(feed).stream())
                                .map(remedy -> "\n  - " + remedy)
                                .collect(Collectors.joining()),
                "",
                "Fill one of these with a PAT that has the scope Packaging (read), or read & write to publish");
    }

    private static Credential credential(Feed feed, FoundToken found) {
        if (found.token().jwt()) {
            return new Credential.Bearer(found.token().secret());
        }
        return new Credential.Basic(userName(feed, found), found.token().secret());
    }

    private static String userName(Feed feed, FoundToken found) {
        if (found.userName().isPresent()) {
            UserNames.check(found.userName().get(), found.origin());
        }
        if (feed.username().isPresent()) {
            return feed.username().get();
        }
        String byKind = feed.azure().isPresent() ? feed.azure().get().defaultUserName() : AzureFeed.ANY_USER_NAME;
        return found.userName().orElse(byKind);
    }
}
