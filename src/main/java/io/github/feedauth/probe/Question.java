package io.github.feedauth.probe;

import io.github.feedauth.credential.Secret;
import java.util.Optional;

/**
 * A GET request.
 *
 * @param url http or https, canonical
 * @param authorization the value of the header {@code Authorization}; empty to ask without one
 * @param most how much of the body to read, in bytes; the rest is left
 */
public record Question(String url, Optional<Secret> authorization, int most) {
    /** Enough to tell JSON from a page. */
    public static final int BEGINNING = 4096;

    /** A question whose answer's body hardly matters. */
    public static Question of(String url, Optional<Secret> authorization) {
        return new Question(url, authorization, BEGINNING);
    }
}
