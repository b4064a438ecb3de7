package io.github.feedauth.npmrc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvExpansionTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("V", "v", "V?", "odd", "W", "${V}", "${V", "nested");

    private final EnvExpansion expansion = new EnvExpansion(ENVIRONMENT);

    @ParameterizedTest
    @CsvSource({
        "${V}, v",
        "a${V}b${V}, avbv",
        "${W}, ${V}",
        "${N}, ${N}",
        "${V?}, v",
        "a${N?}b, ab",
        "\\${V}, ${V}",
        "\\${V?}, ${V?}",
        "\\\\${V}, \\v",
        "\\\\\\${V}, \\${V}",
        "a\\${V}${V}, a${V}v",
        "\\a${V}, \\av",
        "${${V}}, ${v}",
        "$${V}, $v",
        "{${V}}, {v}",
        "${V}?, v?"
    })
    void a_variable_is_replaced_as_npm_11_does(String text, String expanded) {
        assertThat(expansion.expand(text)).isEqualTo(expanded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "V", "$V", "{V}", "${}", "${?}", "${V", "${V?", "${V?x}", "${V$}", "${V{}", "$ {V}", "\\", "\\\\",
                "$"
            })
    void anything_else_stays(String text) {
        assertThat(expansion.expand(text)).isEqualTo(text);
    }

    @Test
    void the_variables_that_are_not_set_but_have_to_be() {
        assertThat(expansion.unset("${N}${V}a${M}${N}")).containsExactly("N", "M");
        assertThat(expansion.unset("${N?}\\${N}${V?}${}")).isEmpty();
        assertThat(expansion.unset("\\\\${N}")).containsExactly("N");
        assertThat(expansion.unset("plain")).isEmpty();
    }

    @Test
    void each_npm_has_its_own_reading() {
        assertThat(expansion.expansions("a${V}")).containsExactly("av");
        assertThat(expansion.expansions("a${V?}b${V}")).containsExactly("avbv", "aoddbv");
        assertThat(expansion.expansions("a${N?}")).containsExactly("a", "a${N?}");
        assertThat(expansion.expansions("a\\\\${V}b")).containsExactly("a\\vb", "avb");
        assertThat(expansion.expansions("a\\${V}b")).containsExactly("a${V}b", "a\\${V}b");
        assertThat(expansion.expansions("${N}${V}")).containsExactly("${N}v");
        assertThat(expansion.expansions("${${V}}")).containsExactly("${v}", "nested}");
        assertThat(expansion.expansions("${}${V}")).containsExactly("${}v");
        assertThat(expansion.expansions("${V}${")).containsExactly("v${");
        assertThat(expansion.expansions("plain")).containsExactly("plain");
    }

    @Test
    void a_key_that_only_an_older_npm_reads_as_ours_is_ours() {
        assertThat(Documents.apply("\\\\\\\\${H}k=1\nx=1\n", Documents.remove("//h/k")))
                .isEqualTo("x=1\n");
        assertThat(Documents.apply("\\\\${H}k=1\nx=1\n", Documents.remove("//h/k")))
                .isEqualTo("\\\\${H}k=1\nx=1\n");
    }
}
