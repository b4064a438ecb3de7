package io.github.feedauth.npmrc;

import static io.github.feedauth.npmrc.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of npm's {@code ini} by itself; that they are its rules, {@link NpmrcOracleTest} proves. */
class NpmrcDocumentReadTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "k=v                | v",
                "k = v              | v",
                "k=                 | ~~",
                "k                  | true",
                "k=a=b              | a=b",
                "k=v ; comment      | v",
                "k=v#comment        | v",
                "k=v\\;w\\#x        | v;w#x",
                "k=v\\\\w           | v\\w",
                "k=v\\w             | v\\w",
                "k=v\\              | v\\",
                "k=\"v;w\"          | v;w",
                "k=\" v \"          | ~ v ~",
                "k=\"a\\u0041\\tb\" | ~aA\tb~",
                "k=\"a\\xb\"        | \"a\\xb\"",
                "k=\"a\"b\"         | \"a\"b\"",
                "k=\"               | \"",
                "k='               | ~~",
                "k='v'              | v",
                "k='\"v\"'          | v",
                "k='\"v'            | \"v",
                "k=\"v'             | \"v'",
                "k=v'               | v'",
                "k='[1, 2 ]'        | 1,2",
                "k='5'              | 5",
                "k='1.50'           | 1.5",
                "k='1e21'           | 1e+21",
                "k='-2.5e-7'        | -2.5e-7",
                "k='1e400'          | Infinity",
                "k='[1,null,\"a\",[true]]' | 1,,a,true",
                "k='{\"a\":[{}]}'   | [object Object]",
                "k='[1,]'           | [1,]",
                "k=null             | null",
                "k=\"null\"         | null",
                "\"k\"=v            | v",
                "'k'=v              | v",
                "k;x=v              | v",
                "k#x=v              | v",
                "k[]=v              | v"
            })
    void a_value_is_what_npm_takes(String line, String value) {
        assertThat(document(line).value("k")).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";k=v",
                " #k=v",
                "=v",
                "k=a\u2028b",
                "k=\u2029",
                "[s]\nk=v",
                "[__proto__]\nk=v",
                "__proto__=v",
                "k\\x=v",
                "K=v",
                "kk=v"
            })
    void a_key_that_npm_does_not_take_has_no_value(String text) {
        assertThat(document(text).value("k")).isEmpty();
        assertThat(document(text).value("__proto__")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1\rk=v",
                "a=1\r\nk=v",
                "a=1\n\nk=v\n",
                "\ufeffk=v",
                "\u00a0\u3000k=v",
                "\u2028k=v",
                "[s]x\nk=v",
                " [s]\nk=v"
            })
    void a_key_is_found_whatever_stands_before_it(String text) {
        assertThat(document(text).value("k")).hasValue("v");
    }

    @Test
    void nul_is_a_character_like_others() {
        assertThat(document("k=some\u0000value").value("k")).hasValue("some\u0000value");
    }

    @Test
    void the_last_line_wins() {
        assertThat(document("k=1\nk=2").value("k")).hasValue("2");
    }

    @Test
    void lists_collect_their_items_in_order() {
        assertThat(document("k=1\nk[]=2\nk=3").value("k")).hasValue("1,2,3");
        assertThat(document("k='[1]'\nk=2").value("k")).hasValue("1,2");
        assertThat(document("k=1\nk='[2]'").value("k")).hasValue("2");
    }

    @Test
    void a_section_takes_the_place_of_a_key_as_npm_nests_it() {
        assertThat(document("k=v\n[k]").value("k")).hasValue("v");
        assertThat(document("k=\n[k]").value("k")).hasValue("[object Object]");
        assertThat(document("k=null\n[k]").value("k")).hasValue("[object Object]");
        assertThat(document("k=false\n[k]").value("k")).hasValue("[object Object]");
        assertThat(document("k='0'\n[k]").value("k")).hasValue("[object Object]");
        assertThat(document("k=true\n[k]").value("k")).hasValue("true");
        assertThat(document("k='1'\n[k]").value("k")).hasValue("1");
        assertThat(document("k[]=\n[k]").value("k")).hasValue("");
        assertThat(document("[.k]").value("")).hasValue("[object Object]");
        assertThat(document("[k.]").value("k")).hasValue("[object Object]");
        assertThat(document("k=v\n[k.x]").value("k")).hasValue("[object Object]");
        assertThat(document("k='[1]'\n[k.x]").value("k")).hasValue("1");
        assertThat(document("k.x=v\n[k\\.x]").value("k.x")).hasValue("[object Object]");
        assertThat(document("k\\.x=null").value("k.x")).hasValue("null");
        assertThat(document("[k.x]").value("k.x")).isEmpty();
        assertThat(document("k.x=null").value("k")).hasValue("[object Object]");
    }

    @Test
    void variables_are_expanded_in_keys_and_on_demand_in_values() {
        NpmrcDocument document = document("${H}k= ${V}-${N}-${N?}-\\${V}-\\\\${V} \n");
        assertThat(document.value("//h/k")).hasValue("${V}-${N}-${N?}-\\${V}-\\${V}");
        assertThat(document.expandedValue("//h/k")).hasValue("wanted-${N}--${V}-${V}");
        assertThat(document("k=\" ${V} \"").expandedValue("k")).hasValue("wanted");
        assertThat(document("k[]=${V}").expandedValue("k")).hasValue("${V}");
        assertThat(document("k").expandedValue("k")).hasValue("true");
        assertThat(document("k").expandedValue("x")).isEmpty();
    }

    @Test
    void the_key_that_came_last_wins_among_spellings_with_a_variable() {
        assertThat(document("${H}k=1\n//h/k=2\n${H}k=3").value("//h/k")).hasValue("2");
    }

    @Test
    void entries_tell_the_line_the_section_and_the_key_but_print_no_value() {
        List<NpmrcEntry> entries = document("\ufeffa=1\r\r\n; c\n[s.t]\nb[]=secret\n=x\n__proto__=1\n[]\nc")
                .entries();
        assertThat(entries.stream().map(NpmrcEntry::toString))
                .containsExactly("line 1: a", "line 5 [s.t]: b", "line 9 []: c");
        assertThat(entries.stream().map(NpmrcEntry::value)).containsExactly("1", "secret", "true");
        assertThat(entries.stream().map(NpmrcEntry::appends)).containsExactly(false, true, false);
    }

    @Test
    void the_empty_document_has_nothing() {
        assertThat(NpmrcDocument.empty().bytes()).isEmpty();
        assertThat(NpmrcDocument.empty().entries()).isEmpty();
    }

    @Test
    void nesting_deeper_than_two_hundred_is_plain_text() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(document("k='" + deep + "'").value("k")).hasValue(deep);
        String allowed = "[".repeat(201) + "]".repeat(201);
        assertThat(document("k='" + allowed + "'").value("k")).hasValue("");
        assertThat(document("k='[" + allowed + "]'").value("k")).hasValue("[" + allowed + "]");
    }

    @Test
    void configuration_holds_what_npm_takes_of_each_key_and_nothing_for_what_it_passes_over() {
        assertThat(Documents.document("""
                                a=1
                                ${H}:_authToken= ${V}
                                b=false
                                c="false "
                                d='0'
                                e=null
                                f=undefined
                                g=${EMPTY}
                                h=true
                                i[]=1
                                i[]=2
                                a=3
                                [s]
                                j=4
                                """).configuration())
                .containsExactly(
                        Map.entry("a", "3"),
                        Map.entry("//h/:_authToken", "wanted"),
                        Map.entry("b", ""),
                        Map.entry("c", ""),
                        Map.entry("d", ""),
                        Map.entry("e", ""),
                        Map.entry("f", ""),
                        Map.entry("g", ""),
                        Map.entry("h", "true"),
                        Map.entry("i", "1,2"),
                        Map.entry("s", "[object Object]"));
    }

    @Test
    void the_variables_that_are_not_set_by_the_keys_as_npm_looks_for_them() {
        NpmrcDocument document = document("""
                                a=1
                                b=${N1}${N2?}
                                c=${N1}
                                c=now
                                ${H}${N3}/:_authToken=${N4}
                                d[]=${N5}
                                e=null
                                [s]
                                f=${N6}
                                """);
        assertThat(document.unsetInValues())
                .containsExactly(Map.entry("b", Set.of("N1", "N2?")), Map.entry("//h/${N3}/:_authToken", Set.of("N4")));
        assertThat(document.unsetInKeys()).containsExactly(Map.entry("//h/${N3}/:_authToken", Set.of("N3")));
    }

    @Test
    void a_null_is_an_object_to_npm_and_lands_where_a_section_of_its_name_would() {
        assertThat(document("a\\.b=null").value("a.b")).hasValue("null");
        assertThat(document("a.b=null").value("a")).hasValue("[object Object]");
        assertThat(document("__proto__=1\n[s] \n__proto__=2\nk=3").value("__proto__"))
                .isEmpty();
        assertThat(document("[__proto__.x]").value("__proto__.x")).hasValue("[object Object]");
        assertThat(document("[s").value("[s")).hasValue("true");
        assertThat(document("[s]x=1").value("[s]x")).hasValue("1");
    }
}
