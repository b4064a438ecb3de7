package io.github.feedauth.npmrc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** White space, numbers and JSON as ECMAScript has them. */
class JsTextTest {
    /** ECMAScript's WhiteSpace and LineTerminator. */
    private static final String BLANKS =
            "\t\n\u000b\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

    @Test
    void white_space_is_exactly_ecmascripts() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            assertThat(JsWhitespace.isBlank((char) c)).as("U+%04X", c).isEqualTo(BLANKS.indexOf(c) >= 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-1, -1",
        "1.5, 1.5",
        "9007199254740991, 9007199254740991",
        "9007199254740992, 9007199254740992",
        "9007199254740993, 9007199254740992",
        "-9007199254740994, -9007199254740994",
        "123456789012345678901, 123456789012345680000",
        "999999999999999900000, 999999999999999900000",
        "1e21, 1e+21",
        "-1.25e25, -1.25e+25",
        "1715579948927655.25, 1715579948927655.2",
        "1715579948927655.75, 1715579948927655.8",
        "2e23, 2e+23",
        "123456789012345.6, 123456789012345.6",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "1e-310, 1e-310",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "0.00000123, 0.00000123",
        "5e-324, 5e-324",
        "2e-3, 0.002",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "1e309, Infinity",
        "-1e309, -Infinity"
    })
    void a_number_reads_as_ecmascript_prints_it(String json, String text) {
        assertThat(JsonText.parse(json).map(IniValue::asText)).hasValue(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"\"|~~",
                "\"a\\/\\\\\\\"b\"|a/\\\"b",
                "\"\\u00e9\\u00E9\\u20aC\"|\u00e9\u00e9\u20ac",
                "[ 1 , [ ] , { } ]|1,,[object Object]",
                "{\"a\":1,\"b\":[2]}|[object Object]",
                "~ true ~|true",
                "false|false",
                "null|null",
                "1E+2|100",
                "1e-2|0.01",
                "0.9|0.9",
                "[null,9]|,9"
            })
    void json_reads_as_ecmascript_prints_it(String json, String text) {
        assertThat(JsonText.parse(json).map(IniValue::asText)).hasValue(text);
    }

    @Test
    void the_escapes_of_a_string_are_jsons() {
        assertThat(JsonText.parse("\"\\b\\f\\n\\r\\t\\u0000\"").map(IniValue::asText))
                .hasValue("\b\f\n\r\t\u0000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "\"a",
                "\"a\\",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12",
                "\"\\u123g\"",
                "\"\\u\uff11234\"",
                "\"\t\"",
                "\"a\"b",
                "'a'",
                "01",
                "1.",
                ".5",
                "+1",
                "-",
                "1e",
                "1e+",
                "--1",
                "1a",
                "\u0661",
                "tru",
                "truex",
                "True",
                "nul",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "]",
                "{",
                "{}}",
                "{a:1}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1",
                "{,}",
                "\u00a01",
                "1\u00a0",
                "\ufeff1",
                "NaN",
                "/**/1"
            })
    void what_json_parse_throws_at_is_no_json(String text) {
        assertThat(JsonText.parse(text)).isEmpty();
    }

    @Test
    void json_has_four_kinds_of_white_space() {
        assertThat(JsonText.parse(" [\t1\n,\r2 ]").map(IniValue::asText)).contains("1,2");
        assertThat(JsonText.parse("[1,\u000b2]")).isEmpty();
    }

    @Test
    void texts_are_equal_where_their_characters_are() {
        IniValue.Text text = new IniValue.Text("a");
        assertThat(text).isEqualTo(new IniValue.Text("a")).hasSameHashCodeAs(new IniValue.Text("a"));
        assertThat(text).isNotEqualTo(new IniValue.Text("b")).isNotEqualTo(new IniValue.Null());
    }
}
