package io.github.feedauth.credential;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A secret text that shows itself only where it is asked to by name; {@code toString} gives three stars. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Wraps a secret; the value is kept as it is. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The secret itself. Only for what is written into a credential file or sent to a feed. */
    public String reveal() {
        return value;
    }

    /** Base64 (RFC 4648 section 4, with padding) of the secret's UTF-8 bytes: the form npm's {@code _password} takes. */
    public String revealBase64() {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    /** The same for all secrets, so that no hash of one appears anywhere. */
    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
