package io.github.feedauth.npmrc;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A byte that begins no character of UTF-8. Node reads U+FFFD in its place.
 *
 * @param offset from 0
 * @param line counted from 1
 */
public record MalformedByte(int offset, int line) {

    /** The first one of a file. */
    public static Optional<MalformedByte> firstIn(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(bytes, CharBuffer.allocate(content.length), true);
        return result.isError()
                ? Optional.of(new MalformedByte(bytes.position(), lineOf(content, bytes.position())))
                : Optional.empty();
    }

    private static int lineOf(byte[] content, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            boolean crOfCrlf = content[i] == '\r' && content[i + 1] == '\n';
            if (content[i] == '\n' || (content[i] == '\r' && !crOfCrlf)) {
                line++;
            }
        }
        return line;
    }
}
