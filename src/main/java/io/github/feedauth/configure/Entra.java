package io.github.feedauth.configure;

/** Whether, and how, a token of Microsoft Entra is asked for. */
public enum Entra {
    /** Not at all. */
    NONE,
    /** Of the Azure CLI, for the account that it is signed in with. */
    AZURE_CLI,
    /** By the library azure-identity: managed identity, workload identity, service principal, and what else it knows. */
    AZURE_IDENTITY;

    /**
     * The way of that name.
     *
     * @param text the parameter's value, such as {@code azure-cli}
     * @throws io.github.feedauth.failure.FeedAuthFailure where there is no such way
     */
    public static Entra parse(String text) {
        return Choice.parse(Entra.class, text, "entra");
    }
}
