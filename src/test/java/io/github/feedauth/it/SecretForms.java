package io.github.feedauth.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What secrets look like in a file, whoever wrote them there: in clear, in base64 behind whatever user name, in hexadecimal, in a URL, in
 * UTF-16. A scan for some of these would call a file clean that anybody can read a secret from.
 */
final class SecretForms {
    private static final int BITS_OF_BYTE = 8;
    private static final int BITS_OF_BASE64 = 6;

    private final List<String> forms = new ArrayList<>();

    /** @param secrets the secrets in clear */
    SecretForms(List<String> secrets) {
        secrets.forEach(this::add);
    }

    private void add(String secret) {
        String hex = HexFormat.of().formatHex(secret.getBytes(UTF_8));
        forms.addAll(List.of(
                secret,
                new StringBuilder(secret).reverse().toString(),
                URLEncoder.encode(secret, UTF_8),
                // Between NULs: what UTF-16 of either byte order has of it.
                String.join("\0", secret.split("")),
                hex,
                hex.toUpperCase(Locale.ROOT)));
        Stream.of(
                        secret.getBytes(UTF_8),
                        secret.getBytes(UTF_16LE),
                        Base64.getEncoder().encode(secret.getBytes(UTF_8)))
                .forEach(this::addBase64);
    }

    /**
     * What base64 has of it wherever it stands: four characters are three bytes, so that there are three ways to begin. The characters
     * that the text around it has a part in are left out.
     */
    private void addBase64(byte[] bytes) {
        for (int before = 0; before < 3; before++) {
            byte[] text = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, text, before, bytes.length);
            int from = (before * BITS_OF_BYTE + BITS_OF_BASE64 - 1) / BITS_OF_BASE64;
            int to = text.length * BITS_OF_BYTE / BITS_OF_BASE64;
            forms.add(Base64.getEncoder().encodeToString(text).substring(from, to));
            forms.add(Base64.getUrlEncoder().encodeToString(text).substring(from, to));
        }
    }

    /** Whether the bytes show one of them, also where base64 was broken into lines. */
    boolean in(byte[] content) {
        String text = new String(content, ISO_8859_1);
        String joined = text.replace("\r", "").replace("\n", "");
        return forms.stream().anyMatch(form -> text.contains(form) || joined.contains(form));
    }
}
