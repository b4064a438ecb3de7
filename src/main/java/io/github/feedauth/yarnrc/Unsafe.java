package io.github.feedauth.yarnrc;

/** Something in the file that this package does not edit. The message has the line's number and none of its text. */
final class Unsafe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsafe(int line, String what) {
        super("Line " + (line + 1) + " " + what);
    }
}
