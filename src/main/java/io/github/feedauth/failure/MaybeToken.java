package io.github.feedauth.failure;

/** Whether a text may have a token in it, and so is not shown: a long run of letters and digits, as words and names have none. */
public final class MaybeToken {
    /** No token of Azure's, of npm's or of Entra's has a shorter run. */
    public static final int SHORTEST = 24;

    private MaybeToken() {}

    /** Whether there is such a run in the text. */
    public static boolean isIn(String text) {
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            run = c < 128 && Character.isLetterOrDigit(c) ? run + 1 : 0;
            if (run >= SHORTEST) {
                return true;
            }
        }
        return false;
    }
}
