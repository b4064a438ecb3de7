package io.github.feedauth.yarnrc;

import java.util.Optional;

/**
 * One line of the file, as far as a map in block style has one.
 *
 * @param text without its end
 * @param end its line end; empty for a last line that has none
 */
record YarnLine(String text, String end) {

    /** Whether it is blank or a comment. */
    boolean isIdle() {
        String stripped = text.strip();
        return stripped.isEmpty() || stripped.charAt(0) == '#';
    }

    /** All of it but a comment, whatever form it is in. */
    String beforeComment() {
        for (int i = 0; i < text.length(); i++) {
            if (opensQuote(text, i)) {
                i = Math.max(closing(text, i), i);
            } else if (text.charAt(i) == '#' && (i == 0 || isComment(text, i))) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    /** The number of blanks before its first character. */
    int indent() {
        int indent = 0;
        while (indent < text.length() && text.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    boolean isItem() {
        String rest = text.substring(indent());
        return rest.equals("-") || rest.startsWith("- ");
    }

    /** The key; empty where the line is no entry of a map, or its key is in a form that is not read here. */
    Optional<String> key() {
        int start = indent();
        int end = keyEnd();
        if (end < 0) {
            return Optional.empty();
        }
        String key = text.substring(start, end).strip();
        return Optional.of(isQuoted(key) ? key.substring(1, key.length() - 1) : key);
    }

    /** What stands behind the colon, without a comment and outer blanks; with its quotes, if it has any. */
    String value() {
        int colon = text.indexOf(':', keyEnd());
        return withoutComment(text.substring(colon + 1));
    }

    /** The comment at its end with the blanks before it; empty for none. */
    String comment() {
        String rest = text.substring(text.indexOf(':', keyEnd()) + 1);
        String value = value();
        return rest.substring(rest.indexOf(value) + value.length()).stripTrailing();
    }

    /** An item's text, without quotes. */
    String item() {
        return unquoted(withoutComment(text.substring(indent() + 1)));
    }

    /** Whether a quote, a bracket or a brace that opens its value is not closed in the line. */
    boolean isOpen() {
        String value = valueOfAnyLine();
        if (value.isEmpty()) {
            return false;
        }
        return switch (value.charAt(0)) {
            case '"', '\'' -> closing(value, 0) < 0;
            case '[', '{' -> !isBalanced(value);
            default -> false;
        };
    }

    private String valueOfAnyLine() {
        int start = indent();
        while (text.startsWith("- ", start)) {
            start += 2;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
        }
        YarnLine inner = new YarnLine(text.substring(start), end);
        return inner.keyEnd() >= 0 ? inner.value() : withoutComment(inner.text);
    }

    static String unquoted(String value) {
        return isQuoted(value) ? value.substring(1, value.length() - 1) : value;
    }

    /** Whether what stands inside of the quotes is the value as it is: a backslash is nothing special in single quotes. */
    private static boolean isQuoted(String value) {
        return value.length() >= 2
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && closing(value, 0) == value.length() - 1
                && (value.charAt(0) == '"' ? value.indexOf('\\') : value.indexOf("''", 1)) < 0;
    }

    /** Where the key ends: before a colon with a blank, or nothing, behind it. */
    private int keyEnd() {
        int start = indent();
        if (start >= text.length()) {
            return -1;
        }
        char first = text.charAt(start);
        if (first == '"' || first == '\'') {
            int close = closing(text, start);
            int colon = close < 0 ? -1 : text.indexOf(':', close);
            return colon >= 0
                            && text.substring(close + 1, colon).isBlank()
                            && isQuoted(text.substring(start, close + 1))
                            && isFollowedByBlank(colon)
                    ? close + 1
                    : -1;
        }
        if ("-?&*!|>%@`[]{},#:\t".indexOf(first) >= 0 && !(first == '-' && !isItem())) {
            return -1;
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == ':' && isFollowedByBlank(i)) {
                return i;
            }
            if (isComment(text, i)) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isFollowedByBlank(int colon) {
        return colon + 1 == text.length() || text.charAt(colon + 1) == ' ';
    }

    /** The index of the quote that closes the one at the start; less than 0 where none does. */
    private static int closing(String text, int start) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote == '"') {
                i++;
            } else if (c == quote) {
                if (quote == '\'' && i + 1 < text.length() && text.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }

    private static boolean opensQuote(String text, int at) {
        char c = text.charAt(at);
        return (c == '"' || c == '\'') && (at == 0 || "[{,: ".indexOf(text.charAt(at - 1)) >= 0);
    }

    private static boolean isBalanced(String value) {
        int depth = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (i > 0 && opensQuote(value, i)) {
                i = closing(value, i);
                if (i < 0) {
                    return false;
                }
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
            }
        }
        return depth == 0;
    }

    private static String withoutComment(String value) {
        String stripped = value.strip();
        int from = 0;
        if (!stripped.isEmpty() && (stripped.charAt(0) == '"' || stripped.charAt(0) == '\'')) {
            from = Math.max(closing(stripped, 0), 0);
        }
        if (stripped.startsWith("#")) {
            return "";
        }
        int comment = from + 1;
        while (comment < stripped.length() && !isComment(stripped, comment)) {
            comment++;
        }
        return comment < stripped.length() ? stripped.substring(0, comment).strip() : stripped;
    }

    /** Whether a comment begins there: behind a blank or a tab. */
    private static boolean isComment(String text, int at) {
        return text.charAt(at) == '#' && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t');
    }
}
