package io.github.feedauth.configure;

/** Where the credentials go. */
public enum CredentialStore {
    /** npm's own user-level file. */
    USER,
    /** Nowhere: only the registry lines are written, and no credential is asked for. */
    NONE;

    /**
     * The store of that name.
     *
     * @param text the parameter's value, in lower case
     * @throws io.github.feedauth.failure.FeedAuthFailure where there is no such store
     */
    public static CredentialStore parse(String text) {
        return Choice.parse(CredentialStore.class, text, "credentialStore");
    }
}
