package io.github.feedauth.credential;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.DefaultAzureCredentialBuilder;
import io.github.feedauth.failure.FeedAuthFailure;
import java.util.function.Supplier;

/**
 * The library azure-identity, with its own order of ways to sign in. It is large and few need it: whoever does adds it to the
 * plugin's dependencies.
 */
public final class AzureIdentity implements Supplier<IssuedToken> {
    private static final String WHERE = "azure-identity, DefaultAzureCredential";

    /**
     * Asks for a token.
     *
     * @throws FeedAuthFailure where the library is not among the plugin's dependencies, or no way of it gives a token
     */
    @Override
    public IssuedToken get() {
        try {
            return Library.token();
        } catch (NoClassDefFoundError missing) {
            throw new FeedAuthFailure(
                    "The library is not there",
                    WHERE,
                    "Add it to the plugin: <dependencies><dependency><groupId>com.azure</groupId>"
                            + "<artifactId>azure-identity</artifactId><version>1.18.2</version></dependency></dependencies>");
        } catch (RuntimeException e) {
            throw new FeedAuthFailure(
                    "No way to sign in gave a token: " + e.getMessage(),
                    WHERE,
                    "Set up one of those ways, such as a managed identity or a service principal");
        }
    }

    /** Apart, since it can be loaded only where the library is there. */
    private static final class Library {
        static IssuedToken token() {
            AccessToken token = new DefaultAzureCredentialBuilder()
                    .build()
                    .getTokenSync(new TokenRequestContext().addScopes(IssuedToken.RESOURCE + "/.default"));
            return new IssuedToken(
                    Secret.of(token.getToken()), token.getExpiresAt().toInstant());
        }
    }
}
