package io.github.feedauth.npmrc;

/** One line, read by the rule of npm's {@code ini}: {@code ^\[([^\]]*)\]\s*$|^([^=]+)(=(.*))?$}. */
sealed interface IniLine {

    /** Blank, a comment, or dropped: it starts with {@code =}, or its value holds U+2028 or U+2029. */
    record Ignored() implements IniLine {
        static final Ignored LINE = new Ignored();
    }

    /**
     * A section's first line.
     *
     * @param name decoded
     * @param forEveryNpm whether npm 6 to 9 take it for a section too; they do not where white space follows the bracket
     */
    record Header(String name, boolean forEveryNpm) implements IniLine {}

    /**
     * A key, with a value or without.
     *
     * @param key decoded, without {@code []}
     * @param appends whether it was written {@code key[]}, which adds to a list
     * @param text the document
     * @param valueStart where the value's spelling starts in the text; {@code -1} where there is no {@code =}
     * @param valueEnd where it ends
     */
    record Assignment(String key, boolean appends, String text, int valueStart, int valueEnd) implements IniLine {
        IniValue value() {
            return valueStart < 0 ? new IniValue.Flag(true) : IniText.decodeValue(text, valueStart, valueEnd);
        }

        @Override
        public String toString() {
            return "Assignment[key=" + key + "]";
        }
    }

    /** Reads the line whose content is {@code [from, to)} of the text. */
    static IniLine read(String text, int from, int to) {
        int first = JsWhitespace.skip(text, from, to);
        if (first == to || text.charAt(first) == ';' || text.charAt(first) == '#') {
            return Ignored.LINE;
        }
        if (text.charAt(from) == '[') {
            int close = indexOf(text, ']', from, to);
            if (close >= 0 && JsWhitespace.skip(text, close + 1, to) == to) {
                String name = IniText.decode(text, from + 1, close).asText();
                return new Header(name, close + 1 == to);
            }
        }
        int equals = indexOf(text, '=', from, to);
        if (equals == from || (equals >= 0 && holdsLineSeparator(text, equals, to))) {
            return Ignored.LINE;
        }
        return equals < 0 ? assignment(text, from, to, -1, to) : assignment(text, from, equals, equals + 1, to);
    }

    private static Assignment assignment(String text, int from, int keyEnd, int valueStart, int valueEnd) {
        IniValue key = IniText.decode(text, from, keyEnd);
        String name = key.asText();
        if (key instanceof IniValue.Text && name.length() > 2 && name.endsWith("[]")) {
            return new Assignment(name.substring(0, name.length() - 2), true, text, valueStart, valueEnd);
        }
        return new Assignment(name, false, text, valueStart, valueEnd);
    }

    private static int indexOf(String text, char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static boolean holdsLineSeparator(String text, int from, int to) {
        return indexOf(text, '\u2028', from, to) >= 0 || indexOf(text, '\u2029', from, to) >= 0;
    }
}
