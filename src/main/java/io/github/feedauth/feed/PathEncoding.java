package io.github.feedauth.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Percent-encoding of a path segment by the WHATWG path percent-encode set, and its inverse. */
final class PathEncoding {
    private static final String ENCODED_ASCII = " \"#<>?`{}^";

    private PathEncoding() {}

    /**
     * Encodes what the set names, and {@code ^}, which newer editions of it name; a {@code %} stays as it is. Hex digits are
     * upper case.
     */
    static String encode(String segment) {
        StringBuilder encoded = new StringBuilder(segment.length());
        int codePoint;
        for (int i = 0; i < segment.length(); i += Character.charCount(codePoint)) {
            codePoint = segment.codePointAt(i);
            if (codePoint > 0x1f && codePoint < 0x7f && ENCODED_ASCII.indexOf(codePoint) < 0) {
                encoded.append((char) codePoint);
            } else {
                for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append(String.format("%%%02X", b));
                }
            }
        }
        return encoded.toString();
    }

    /** The segment's plain text; empty where its escapes are malformed or not UTF-8. */
    static Optional<String> decode(String segment) {
        byte[] bytes = decodeBytes(segment);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text);
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** The bytes after percent-decoding; a {@code %} without two hex digits stays, as in WHATWG "percent-decode". */
    static byte[] decodeBytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                decoded[length++] = (byte) (high * 16 + low);
                i += 2;
            } else {
                decoded[length++] = bytes[i];
            }
        }
        return Arrays.copyOf(decoded, length);
    }
}
