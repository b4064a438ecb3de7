package io.github.feedauth.client;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * The globs of a workspace root, as {@code @npmcli/map-workspaces} takes them: relative to the root, a leading {@code ./} or
 * {@code /} and a trailing {@code /} are noise, a leading {@code !} takes members out again, and the last pattern that speaks of
 * a folder decides.
 */
record WorkspacePatterns(List<String> patterns) {

    /**
     * Whether the folder is a member.
     *
     * @param relative the folder, relative to the workspace root
     */
    boolean include(Path relative) {
        boolean member = false;
        for (String pattern : patterns) {
            int negations = leadingNegations(pattern);
            if (matches(pattern.substring(negations), relative)) {
                member = negations % 2 == 0;
            }
        }
        return member;
    }

    private static int leadingNegations(String pattern) {
        int count = 0;
        while (count < pattern.length() && pattern.charAt(count) == '!') {
            count++;
        }
        return count;
    }

    private static boolean matches(String pattern, Path relative) {
        String glob = pattern.replaceFirst("^(\\./+|/+)+", "").replaceFirst("/+$", "");
        return glob(glob, relative) || (glob.contains("**/") && glob(glob.replace("**/", ""), relative));
    }

    /** A pattern that is not a glob, such as one with an open brace, matches nothing: npm takes it literally. */
    private static boolean glob(String glob, Path relative) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(relative);
        } catch (PatternSyntaxException e) {
            return glob.equals(relative.toString());
        }
    }
}
