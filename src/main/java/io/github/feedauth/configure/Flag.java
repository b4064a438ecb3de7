package io.github.feedauth.configure;

import java.util.Locale;

/** A parameter that is true or false; anything else is refused, since a misspelt {@code dryRun} must not write. */
public enum Flag {
    TRUE,
    FALSE;

    /**
     * Reads the flag.
     *
     * @param text what the user wrote, in any letter case; null or empty counts as false
     * @param parameter the parameter's name
     * @throws io.github.feedauth.failure.FeedAuthFailure where it is neither
     */
    public static boolean parse(String text, String parameter) {
        return text != null
                && !text.isBlank()
                && Choice.parse(Flag.class, text.toLowerCase(Locale.ROOT), parameter) == TRUE;
    }
}
