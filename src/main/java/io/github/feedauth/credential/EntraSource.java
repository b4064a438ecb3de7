package io.github.feedauth.credential;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Microsoft Entra, for feeds of Azure Artifacts only. A token is kept in memory until shortly before it expires. */
public final class EntraSource implements CredentialSource {
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final String origin;
    private final Supplier<IssuedToken> signIn;
    private final Clock clock;
    private IssuedToken known;

    /**
     * Takes the way to sign in.
     *
     * @param origin the way in words: {@code the Azure CLI}
     * @param signIn gives a fresh token, or fails; it is only asked where one is needed
     * @param clock tells when a token expires
     */
    public EntraSource(String origin, Supplier<IssuedToken> signIn, Clock clock) {
        this.origin = origin;
        this.signIn = signIn;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<FoundToken> ask(Feed feed) {
        if (!feed.isOfServices()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (known == null || known.expires().isBefore(now.plus(MARGIN))) {
            known = signIn.get();
        }
        if (!known.expires().isAfter(now)) {
            throw new FeedAuthFailure(
                    "The token has expired already",
                    origin,
                    "Sign in again, and see that this machine's clock is right");
        }
        return Optional.of(new FoundToken(Token.parse(known.secret().reveal(), origin), Optional.empty(), origin));
    }

    /** It is asked for feeds of Services only; there it answers or fails. */
    @Override
    public List<String> remedies(Feed feed) {
        return List.of(origin + ": only for feeds of Azure DevOps Services");
    }
}
