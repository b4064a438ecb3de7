package io.github.feedauth.npmrc;

/**
 * One line of a change, fit to be shown. A replaced line is a removed one and an added one.
 *
 * @param kind whether the line went or came
 * @param lineNumber counted from 1, in the old document for a removed line, in the new one for an added line
 * @param text the key and the value, {@code ***} in place of a value that is, or could be, a secret
 */
public record ChangedLine(Kind kind, int lineNumber, String text) {
    /** Whether a line went or came. */
    public enum Kind {
        REMOVED('-'),
        ADDED('+');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }
    }

    /** As in a diff: {@code +3: registry=https://host/npm/}. */
    @Override
    public String toString() {
        return kind.sign + Integer.toString(lineNumber) + ": " + text;
    }
}
