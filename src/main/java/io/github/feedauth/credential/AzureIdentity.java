package io.github.feedauth.credential;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.DefaultAzureCredentialBuilder;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.MaybeToken;
import io.github.feedauth.failure.Printable;
import java.util.function.Supplier;

/**
 * The library azure-identity, with its own order of ways to sign in. It is large and few need it: whoever does adds it to the
 * plugin's dependencies.
 */
public final class AzureIdentity implements Supplier<IssuedToken> {
    private static final String WHERE = "azure-identity, DefaultAzureCredential";
    private static final int LONGEST = 1000;

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
            throw isTheLibrary(missing) ? notThere() : incomplete(missing);
        } catch (RuntimeException e) {
            throw new FeedAuthFailure(
                    "No way to sign in gave a token: " + shown(String.valueOf(e.getMessage())),
                    WHERE,
                    "Set up one of those ways, such as a managed identity or a service principal");
        }
    }

    private static boolean isTheLibrary(NoClassDefFoundError missing) {
        String name = String.valueOf(missing.getMessage());
        return name.startsWith("com/azure/identity/") || name.startsWith("com/azure/core/credential/");
    }

    private static FeedAuthFailure notThere() {
        return new FeedAuthFailure(
                "The library is not there",
                WHERE,
                "Add it to the plugin: <dependencies><dependency><groupId>com.azure</groupId>"
                        + "<artifactId>azure-identity</artifactId><version>1.18.2</version></dependency></dependencies>");
    }

    private static FeedAuthFailure incomplete(NoClassDefFoundError missing) {
        return new FeedAuthFailure(
                "The library is there, but not all that it needs: " + shown(missing.getMessage()),
                WHERE,
                "See that nothing among the plugin's <dependencies> excludes or overrides what azure-identity brings");
    }

    /** One line of bounded length, without what may be a token: the library may quote an answer it got. */
    static String shown(String message) {
        StringBuilder shown = new StringBuilder();
        for (String word : message.strip().split("\\s+", -1)) {
            if (shown.length() + word.length() > LONGEST) {
                return Printable.name(shown + " …");
            }
            shown.append(shown.length() == 0 ? "" : " ").append(mayHoldToken(word) ? "***" : word);
        }
        return Printable.name(shown.toString());
    }

    /** A long run of letters and digits; names of classes have no digits. */
    private static boolean mayHoldToken(String word) {
        int run = 0;
        int digits = 0;
        for (int i = 0; i < word.length(); i++) {
            boolean part = Character.isLetterOrDigit(word.charAt(i));
            run = part ? run + 1 : 0;
            digits = !part ? 0 : digits + (Character.isDigit(word.charAt(i)) ? 1 : 0);
            if (run >= MaybeToken.SHORTEST && digits > 0) {
                return true;
            }
        }
        return false;
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
