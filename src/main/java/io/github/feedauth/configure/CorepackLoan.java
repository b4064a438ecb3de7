package io.github.feedauth.configure;

import io.github.feedauth.client.CorepackVariables;
import io.github.feedauth.credential.Credential;
import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.feed.Feed;
import java.util.Map;

/** The variables by which Corepack downloads package managers from the feed without scopes. */
final class CorepackLoan {
    /** Comes before what a project's {@code .corepack.env} says, and keeps the credential from an address that the project names. */
    private static final Secret OFF = Secret.of("0");

    private CorepackLoan() {}

    /** A secret in a variable is for the one store that leaves nothing behind. */
    static Map<String, Secret> of(ConfigureRequest request, Map<Feed, ResolvedCredential> credentials) {
        for (Map.Entry<Feed, ResolvedCredential> entry : credentials.entrySet()) {
            if (request.store() == CredentialStore.EPHEMERAL
                    && entry.getKey().scopes().isEmpty()) {
                return of(
                        Secret.of(entry.getKey().url().text()), entry.getValue().credential());
            }
        }
        return Map.of();
    }

    private static Map<String, Secret> of(Secret registry, Credential credential) {
        if (credential instanceof Credential.Basic basic) {
            return Map.of(
                    CorepackVariables.REGISTRY,
                    registry,
                    CorepackVariables.CUSTOM_ADDRESSES,
                    OFF,
                    CorepackVariables.USER_NAME,
                    Secret.of(basic.userName()),
                    CorepackVariables.PASSWORD,
                    basic.password());
        }
        Credential.Bearer bearer = (Credential.Bearer) credential;
        return Map.of(
                CorepackVariables.REGISTRY,
                registry,
                CorepackVariables.CUSTOM_ADDRESSES,
                OFF,
                CorepackVariables.TOKEN,
                bearer.token());
    }
}
