package io.github.feedauth.yarnrc;

/**
 * A plain value.
 *
 * @param text without quotes, as it is written, variables and all; may be a secret
 * @param line counted from 1
 */
public record YarnrcValue(String text, int line) {

    /** Without the text. */
    @Override
    public String toString() {
        return "line " + line;
    }
}
