package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.regex.Pattern;

/** Names of environment variables, as {@code patEnvName} takes them. */
public final class VariableNames {
    /** Letters, digits and underscores as POSIX has it; a name as long as a token is taken for one. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,59}");

    /** The older shape of an Azure DevOps PAT, short enough to be a name. */
    private static final Pattern TOKEN = Pattern.compile("[2-7a-z]{52}");

    private VariableNames() {}

    /**
     * Checks a name.
     *
     * @throws FeedAuthFailure if it cannot be one, or is a token put in the wrong place; the message never repeats it
     */
    public static void check(String name, String where) {
        if (!NAME.matcher(name).matches() || TOKEN.matcher(name).matches()) {
            throw new FeedAuthFailure(
                    "The parameter patEnvName does not hold the name of an environment variable",
                    where,
                    "Write the variable's name alone, never its value, for example <patEnvName>FEEDAUTH_PAT</patEnvName>");
        }
    }
}
