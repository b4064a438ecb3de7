package io.github.feedauth.yarnrc;

/** Something in the file that this package does not edit, or does not read. The message has the line's number and none of its text. */
public final class Unsafe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String what;

    /** @param line counted from 0 */
    Unsafe(int line, String what) {
        super("Line " + (line + 1) + " " + what);
        this.line = line + 1;
        this.what = what;
    }

    /** The line's number, counted from 1. */
    public int line() {
        return line;
    }

    /** What is the matter with it, the end of a sentence that begins with the line. */
    public String what() {
        return what;
    }
}
