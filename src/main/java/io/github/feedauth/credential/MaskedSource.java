package io.github.feedauth.credential;

import io.github.feedauth.feed.Feed;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A source in a pipeline whose log masks the secrets it knows. It knows a secret variable as it is, not the base64 form that npm's
 * file holds, so that form is made known before it is written anywhere. A JWT is written as it is.
 */
public final class MaskedSource implements CredentialSource {
    private final CredentialSource source;
    private final Consumer<Secret> mask;

    /**
     * Wraps a source.
     *
     * @param source the source itself
     * @param mask makes a secret known to the pipeline, by its base64 form
     */
    public MaskedSource(CredentialSource source, Consumer<Secret> mask) {
        this.source = source;
        this.mask = mask;
    }

    @Override
    public Optional<FoundToken> ask(Feed feed) {
        Optional<FoundToken> found = source.ask(feed);
        if (found.isPresent() && !found.get().token().jwt()) {
            mask.accept(found.get().token().secret());
        }
        return found;
    }

    @Override
    public boolean vouchesFor(Feed feed) {
        return source.vouchesFor(feed);
    }

    @Override
    public List<String> remedies(Feed feed) {
        return source.remedies(feed);
    }
}
