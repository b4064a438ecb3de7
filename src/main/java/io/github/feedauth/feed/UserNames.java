package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.Set;

/** User names that come through npm's ini reader and HTTP Basic unchanged. */
public final class UserNames {
    private static final Set<String> INI_LITERALS = Set.of("true", "false", "null", "undefined");

    private UserNames() {}

    /**
     * Checks a user name.
     *
     * @throws FeedAuthFailure if npm would read or send another one; the message does not repeat it
     */
    public static void check(String username, String where) {
        if (!isSafe(username)) {
            throw new FeedAuthFailure(
                    "the user name would not come through npm's configuration unchanged: it is blank, begins or ends with a"
                            + " space or quote, is one of "
                            + String.join(", ", INI_LITERALS.stream().sorted().toList())
                            + ", or has a control character, line separator, ; # : ${ or two backslashes in a row",
                    where,
                    "Write another, or leave it out: Azure accepts any user name beside a personal access token");
        }
    }

    private static boolean isSafe(String username) {
        return !username.isBlank()
                && !isEdge(username.codePointAt(0))
                && !isEdge(username.codePointBefore(username.length()))
                && !INI_LITERALS.contains(username)
                && !username.contains("${")
                && !username.contains("\\\\")
                && username.codePoints().allMatch(UserNames::isPlain);
    }

    private static boolean isEdge(int codePoint) {
        return codePoint == '"' || codePoint == '\'' || codePoint == 0xfeff || Character.isSpaceChar(codePoint);
    }

    private static boolean isPlain(int codePoint) {
        int type = Character.getType(codePoint);
        return ";#:".indexOf(codePoint) < 0
                && type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
