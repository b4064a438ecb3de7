package io.github.feedauth.npmrc;

/**
 * The comment lines around a block, e.g. {@code ; begin auth token} and {@code ; end auth token}. They are decoration: npm
 * drops comments whenever it saves the file.
 *
 * @param begin the line before the block, starting with {@code ;} or <code>#</code>
 * @param end the line after it, likewise
 */
public record CommentMarkers(String begin, String end) {
    /** @throws IllegalArgumentException if a line is not a comment of one line without white space around it */
    public CommentMarkers {
        requireComment(begin);
        requireComment(end);
        if (begin.equals(end)) {
            throw new IllegalArgumentException("The begin and the end marker have to differ");
        }
    }

    private static void requireComment(String line) {
        boolean comment = line.startsWith(";") || line.startsWith("#");
        boolean oneLine = line.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
        if (!comment || !oneLine || !JsWhitespace.trim(line).equals(line)) {
            throw new IllegalArgumentException("A comment marker has to be one line that starts with ; or #");
        }
    }
}
