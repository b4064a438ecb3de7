package io.github.feedauth.credential;

/** What npm presents to a feed. */
public sealed interface Credential {

    /**
     * HTTP Basic: a PAT (or a password) with a user name. Written as npm's keys for name and password.
     *
     * @param userName never empty: npm takes an empty one for no credential at all
     * @param password the PAT alone, without {@code user:}
     */
    record Basic(String userName, Secret password) implements Credential {}

    /** HTTP Bearer: a JWT of Entra or of a pipeline. Written as {@code _authToken}. */
    record Bearer(Secret token) implements Credential {}
}
