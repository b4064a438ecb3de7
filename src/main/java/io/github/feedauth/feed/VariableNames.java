package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.regex.Pattern;

/** Names of environment variables, as {@code patEnvName} takes them. */
public final class VariableNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    /** The two shapes of an Azure DevOps PAT; both could be names. */
    private static final Pattern TOKEN = Pattern.compile("[2-7a-z]{52}|[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}");

    private VariableNames() {}

    /**
     * Checks a name.
     *
     * @throws FeedAuthFailure if it cannot be one, or is a token put in the wrong place; the message never repeats it
     */
    public static void check(String name, String where) {
        if (!NAME.matcher(name).matches() || TOKEN.matcher(name).matches()) {
            throw new FeedAuthFailure(
                    "patEnvName does not hold the name of an environment variable",
                    where,
                    "Write the variable's name alone, never its value, for example <patEnvName>FEEDAUTH_PAT</patEnvName>");
        }
    }
}
