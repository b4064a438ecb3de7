package io.github.feedauth.npmrc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecodingTest {
    private static final String CONTENT = "registry=https://h/npm/\r\n//h/npm/:_password=c2VjcmV0\u00e9\r\n";

    @Test
    void utf16_little_endian_is_refused_with_and_without_its_mark() {
        assertThatThrownBy(() -> decode(("\ufeff" + CONTENT).getBytes(UTF_16LE)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("UTF-16, which npm cannot read")
                .hasMessageContaining("iconv -f UTF-16 -t UTF-8")
                .hasMessageContaining("[Text.Encoding]::Unicode")
                .hasMessageNotContaining("c2VjcmV0");
        assertThatThrownBy(() -> decode(CONTENT.getBytes(UTF_16LE)))
                .hasMessageContaining("iconv -f UTF-16LE -t UTF-8")
                .hasMessageContaining("[Text.Encoding]::Unicode");
    }

    @Test
    void utf16_big_endian_is_refused_with_and_without_its_mark() {
        assertThatThrownBy(() -> decode(("\ufeff" + CONTENT).getBytes(UTF_16BE)))
                .hasMessageContaining("iconv -f UTF-16 -t UTF-8")
                .hasMessageContaining("[Text.Encoding]::BigEndianUnicode");
        assertThatThrownBy(() -> decode(CONTENT.getBytes(UTF_16BE)))
                .hasMessageContaining("iconv -f UTF-16BE -t UTF-8")
                .hasMessageContaining("[Text.Encoding]::BigEndianUnicode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1\n",
                "\ufeffa=1\n",
                "",
                "\u0000",
                "a=\u0000\u0000\u0000\u0000",
                "a=\ufffd",
                "\ud83d\ude00",
                "x\u0000yz"
            })
    void utf8_is_taken_as_it_is(String text) {
        assertThat(decode(text.getBytes(UTF_8))).isEqualTo(text);
    }

    @Test
    void two_bytes_of_a_mark_are_utf16_and_one_is_invalid() {
        assertThatThrownBy(() -> decode(new byte[] {(byte) 0xff, (byte) 0xfe})).hasMessageContaining("UTF-16");
        assertThatThrownBy(() -> decode(new byte[] {(byte) 0xff})).hasMessageContaining("byte 0, in line 1");
        assertThatThrownBy(() -> decode(new byte[] {(byte) 0xff, 'a'})).hasMessageContaining("byte 0, in line 1");
    }

    @Test
    void invalid_utf8_is_refused_with_its_place_and_the_way_to_convert_it() {
        byte[] content = "a=1\r\nb=2\rc=3\n\nd=caf\u00e9\n".getBytes(ISO_8859_1);
        assertThatThrownBy(() -> decode(content))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("byte 19, in line 5,")
                .hasMessageContaining("iconv -f WINDOWS-1252 -t UTF-8")
                .hasMessageContaining("GetEncoding(1252)");
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "\\r\\n, 2", "\\r, 2", "\\n, 2", "\\r\\r\\n, 3", "\\n\\r, 3", "a\\rb, 2", "a\\r\\nb\\r\\nc, 3"
    })
    void the_line_of_an_invalid_byte_is_counted_as_an_editor_does(String before, int line) {
        byte[] content = (before.translateEscapes() + "\u00e9\r\n").getBytes(ISO_8859_1);
        assertThatThrownBy(() -> decode(content)).hasMessageContaining("in line " + line + ",");
    }

    @Test
    void half_of_the_units_decide_on_utf16() {
        assertThat(decode(new byte[] {'a', 0, 'b', 'c'})).isEqualTo("a\u0000bc");
        assertThatThrownBy(() -> decode(new byte[] {'a', 0, 'b', 0})).hasMessageContaining("UTF-16LE");
        assertThatThrownBy(() -> decode(new byte[] {0, 'a', 0, 'b'})).hasMessageContaining("UTF-16BE");
        assertThat(decode(new byte[] {'a', 0, 'b', 0, 0, 0})).startsWith("a");
        assertThat(decode(new byte[] {'a', 0, 'b', 0, 'c', 'd', 'e', 'f'})).startsWith("a");
        assertThat(decode(new byte[] {0, 'a', 0, 'b', 'c', 'd', 'e', 'f'})).startsWith("\u0000a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c080", "eda080", "f4908080", "e282", "80", "efbfbdff"})
    void overlong_forms_surrogates_and_broken_sequences_are_invalid(String hex) {
        assertThatThrownBy(() -> decode(HexFormat.of().parseHex(hex)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("not valid UTF-8");
    }

    @Test
    void where_the_first_malformed_byte_stands() {
        assertThat(MalformedByte.firstIn("a\r\nb\rc\u00e9\nd\u00fc".getBytes(ISO_8859_1)))
                .contains(new MalformedByte(6, 3));
        assertThat(MalformedByte.firstIn(CONTENT.getBytes(UTF_8))).isEmpty();
        assertThat(MalformedByte.firstIn("\ufffd".getBytes(UTF_8))).isEmpty();
        assertThatThrownBy(() -> TextDecoding.decodeAsNode(CONTENT.getBytes(UTF_16LE), "x"))
                .hasMessageContaining("UTF-16LE");
    }

    @Test
    void the_commands_quote_the_files_name() {
        assertThatThrownBy(() -> TextDecoding.decode(new byte[] {(byte) 0xff}, "/home/o'neil/.npmrc"))
                .hasMessageContaining("$f='/home/o''neil/.npmrc'")
                .hasMessageContaining("f='/home/o'\\''neil/.npmrc'");
    }

    private static String decode(byte[] content) {
        return TextDecoding.decode(content, "/home/me/.npmrc");
    }
}
