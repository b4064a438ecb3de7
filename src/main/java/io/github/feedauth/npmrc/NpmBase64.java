package io.github.feedauth.npmrc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64 as npm reads it, with Node's {@code Buffer.from(text, 'base64')}, and as it should be written. */
public final class NpmBase64 {
    private NpmBase64() {}

    /**
     * What npm makes of a text: both alphabets are taken, anything else is passed over, and {@code =} ends it. Bytes that are not
     * UTF-8 become U+FFFD.
     */
    public static String decode(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && text.charAt(i) != '='; i++) {
            char c = text.charAt(i);
            if (c == '-' || c == '_') {
                digits.append(c == '-' ? '+' : '/');
            } else if (c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '/')) {
                digits.append(c);
            }
        }
        if (digits.length() % 4 == 1) {
            digits.setLength(digits.length() - 1);
        }
        return new String(Base64.getDecoder().decode(digits.toString()), StandardCharsets.UTF_8);
    }

    /** Whether the text is base64 of UTF-8 as RFC 4648 has it, which every client reads alike. */
    public static boolean isStrict(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text)
                    && new String(bytes, StandardCharsets.UTF_8).indexOf('\ufffd') < 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
