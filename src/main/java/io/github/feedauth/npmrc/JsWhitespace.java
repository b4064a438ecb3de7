package io.github.feedauth.npmrc;

/** White space as ECMAScript defines it for {@code String.prototype.trim} and {@code \s}, which npm's {@code ini} uses. */
final class JsWhitespace {
    private JsWhitespace() {}

    static boolean isBlank(char c) {
        if (c <= ' ') {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return switch (c) {
            case '\u00a0', '\u1680', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000', '\ufeff' -> true;
            default -> c >= '\u2000' && c <= '\u200a';
        };
    }

    /** The first index in {@code [from, to)} that is not blank; {@code to} when there is none. */
    static int skip(String text, int from, int to) {
        int index = from;
        while (index < to && isBlank(text.charAt(index))) {
            index++;
        }
        return index;
    }

    /** {@code text.substring(from, to).trim()} as ECMAScript trims. */
    static String trim(String text, int from, int to) {
        int start = skip(text, from, to);
        int end = to;
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static String trim(String text) {
        return trim(text, 0, text.length());
    }
}
