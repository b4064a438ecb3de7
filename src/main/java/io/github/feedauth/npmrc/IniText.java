package io.github.feedauth.npmrc;

/** A key, a section's name or a value as it is spelled in the file, decoded as {@code unsafe} of npm's {@code ini} does. */
final class IniText {
    private IniText() {}

    /** The decoded text of {@code [from, to)}: a string, unless single quotes hold other JSON. */
    static IniValue decode(String text, int from, int to) {
        String trimmed = JsWhitespace.trim(text, from, to);
        if (isQuoted(trimmed)) {
            return unquote(trimmed);
        }
        return new IniValue.Text(isPlain(trimmed) ? trimmed : unescape(trimmed));
    }

    /** The decoded text of {@code [from, to)} as a value: {@code true}, {@code false} and {@code null} are no strings. */
    static IniValue decodeValue(String text, int from, int to) {
        IniValue value = decode(text, from, to);
        if (value instanceof IniValue.Text word) {
            return switch (word.asText()) {
                case "true" -> new IniValue.Flag(true);
                case "false" -> new IniValue.Flag(false);
                case "null" -> new IniValue.Null();
                default -> value;
            };
        }
        return value;
    }

    private static boolean isQuoted(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return (first == '"' || first == '\'') && text.charAt(text.length() - 1) == first;
    }

    private static IniValue unquote(String quoted) {
        String json = quoted;
        if (quoted.charAt(0) == '\'') {
            json = quoted.length() == 1 ? "" : quoted.substring(1, quoted.length() - 1);
        }
        IniValue asItStands = new IniValue.Text(json);
        return JsonText.parse(json).orElse(asItStands);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ';' || c == '#' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean special = c == ';' || c == '#' || c == '\\';
            if (escaped) {
                if (!special) {
                    plain.append('\\');
                }
                plain.append(c);
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else if (special) {
                break;
            } else {
                plain.append(c);
            }
        }
        if (escaped) {
            plain.append('\\');
        }
        return JsWhitespace.trim(plain.toString());
    }
}
