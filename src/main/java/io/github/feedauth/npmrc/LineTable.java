package io.github.feedauth.npmrc;

import java.util.Arrays;

/**
 * Where each line of a text starts and ends. A line ends with CRLF, LF or a lone CR, as an editor counts them; npm's {@code ini}
 * splits at every run of them, which differs only in empty lines.
 */
final class LineTable {
    private final String text;
    private final int[] starts;
    private final int count;

    private LineTable(String text, int[] starts, int count) {
        this.text = text;
        this.starts = starts;
        this.count = count;
    }

    static LineTable of(String text) {
        int[] starts = new int[Math.max(16, text.length() / 64)];
        int count = 0;
        int index = 0;
        while (index < text.length()) {
            if (count + 1 >= starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[count++] = index;
            index = nextLine(text, index);
        }
        starts[count] = text.length();
        return new LineTable(text, starts, count);
    }

    private static int nextLine(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i + 1;
            }
            if (c == '\r') {
                return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
            }
        }
        return text.length();
    }

    /** How many lines there are; a text that ends with a line end has no empty line after it. */
    int count() {
        return count;
    }

    /** The index of the line's first character; of the text's end for {@code line == count()}. */
    int start(int line) {
        return starts[line];
    }

    /** The index after the line's content, before its line end. No line is without a character. */
    int contentEnd(int line) {
        int end = end(line) - 1;
        if (text.charAt(end) == '\n') {
            return end > start(line) && text.charAt(end - 1) == '\r' ? end - 1 : end;
        }
        return text.charAt(end) == '\r' ? end : end + 1;
    }

    /** The index after the line's end. */
    int end(int line) {
        return starts[line + 1];
    }

    /** The line end that new lines get: the first one that holds LF, a lone CR where no line end does, LF in a text of one line. */
    String lineEnd() {
        int lineFeed = text.indexOf('\n');
        if (lineFeed >= 0) {
            return lineFeed > 0 && text.charAt(lineFeed - 1) == '\r' ? "\r\n" : "\n";
        }
        return text.indexOf('\r') >= 0 ? "\r" : "\n";
    }
}
