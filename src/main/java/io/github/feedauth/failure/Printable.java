package io.github.feedauth.failure;

/** Text made safe to print in a log: a name from outside can neither start a new line nor colour or hide one. */
public final class Printable {
    private Printable() {}

    /**
     * The text with every control, format, line-separator and lone-surrogate character but the line feed written as
     * {@code \}{@code uXXXX}. A line feed stays only where this program's own multi-line messages use it; names from outside go
     * through {@link #name}.
     */
    public static String text(String text) {
        return escape(text, true);
    }

    /** As {@link #text}, with line feeds escaped too: for a name, a path or a URL that came from outside. */
    public static String name(String name) {
        return escape(name, false);
    }

    private static String escape(String text, boolean keepLineFeeds) {
        StringBuilder printable = new StringBuilder(text.length());
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (isPrintable(codePoint) || (keepLineFeeds && codePoint == '\n')) {
                printable.appendCodePoint(codePoint);
            } else if (Character.isBmpCodePoint(codePoint)) {
                printable.append(String.format("\\u%04x", codePoint));
            } else {
                printable.append(String.format("\\u{%x}", codePoint));
            }
        }
        return printable.toString();
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
