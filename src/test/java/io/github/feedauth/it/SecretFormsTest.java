package io.github.feedauth.it;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The scan that the integration tests rest on sees what it is to see. */
class SecretFormsTest {
    private static final String SECRET = "SENTINEL-word~of?the*tests>>";

    private final SecretForms forms = new SecretForms(List.of("another-secret", SECRET));

    @Test
    void it_is_seen_in_clear_in_URLs_in_hexadecimal_and_in_UTF_16() {
        String hex = HexFormat.of().formatHex(SECRET.getBytes(UTF_8));
        for (String shown : List.of(SECRET, URLEncoder.encode(SECRET, UTF_8), hex, hex.toUpperCase(Locale.ROOT))) {
            assertSeen(("a=" + shown + ";").getBytes(UTF_8));
        }
        for (var encoding : List.of(UTF_16, UTF_16LE, UTF_16BE)) {
            assertSeen(("a=" + SECRET + ";").getBytes(encoding));
        }
    }

    @Test
    void it_is_seen_in_base64_behind_whatever_stands_before_it() {
        for (String before : List.of("", ":", "me:", "any:", "build-agent:", "{\"password\":\"")) {
            byte[] text = (before + SECRET + "\"}").getBytes(UTF_8);
            assertSeen(Base64.getEncoder().encode(text));
            assertSeen(Base64.getUrlEncoder().withoutPadding().encode(text));
            assertSeen(Base64.getMimeEncoder(16, "\r\n".getBytes(UTF_8)).encode(text));
            assertSeen(Base64.getEncoder().encode((before + SECRET).getBytes(UTF_16LE)));
            String password = Base64.getEncoder().encodeToString(SECRET.getBytes(UTF_8));
            assertSeen(Base64.getEncoder().encode((before + password).getBytes(UTF_8)));
        }
    }

    @Test
    void what_does_not_hold_it_is_clean() {
        assertThat(forms.in("SENTINEL-word~of?the*test".getBytes(UTF_8))).isFalse();
        assertThat(forms.in(Base64.getEncoder().encode("SENTINEL-word~of?the*test".getBytes(UTF_8))))
                .isFalse();
        assertThat(forms.in(new byte[0])).isFalse();
    }

    private void assertSeen(byte[] content) {
        assertThat(forms.in(content)).as(new String(content, UTF_8)).isTrue();
    }
}
