package io.github.feedauth.configure;

/** Where the credentials go. */
public enum CredentialStore {
    /** npm's own user-level file. */
    USER,
    /** A file in the module's build folder that stands in for npm's user file; the registry lines go there too. */
    BUILD,
    /** A private file that stands in for npm's user file and is gone when the build ends; the registry lines go there too. */
    EPHEMERAL,
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

    /** Whether npm reads a file in the place of the user's own, so that the user's and the project's stay as they are. */
    public boolean standsIn() {
        return this == BUILD || this == EPHEMERAL;
    }
}
