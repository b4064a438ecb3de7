package io.github.feedauth.configure;

/** Whether to write the keys that the vendor documents but that today's clients don't need, or even warn about. */
public enum LegacyKeys {
    /** Only what a detected client needs: {@code always-auth} for Yarn 1. */
    AUTO,
    /** The vendor's documented files to the letter: {@code always-auth}, {@code email}, the begin and end comments. */
    ALWAYS,
    /** None of them. */
    NEVER;

    /**
     * The choice of that name.
     *
     * @param text the parameter's value, in lower case
     * @throws io.github.feedauth.failure.FeedAuthFailure where there is no such choice
     */
    public static LegacyKeys parse(String text) {
        return Choice.parse(LegacyKeys.class, text, "legacyKeys");
    }
}
