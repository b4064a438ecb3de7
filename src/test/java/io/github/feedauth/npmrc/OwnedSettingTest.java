package io.github.feedauth.npmrc;

import static io.github.feedauth.npmrc.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnedSettingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\rb",
                "a\u0000b",
                "a\u001bb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                " a",
                "a ",
                "\ta",
                "a\u00a0",
                "\ufeffa",
                "\"a",
                "a\"",
                "'a",
                "a'",
                "a;b",
                "a#b",
                "a${b}",
                "${",
                "true",
                "false",
                "null",
                "undefined",
                "a\\\\b",
                "\ud800",
                "a\ude00b"
            })
    void a_value_that_would_not_read_back_is_refused_without_being_told(String value) {
        assertThat(OwnedSetting.canBeValue(value)).isFalse();
        assertThatThrownBy(() -> new OwnedSetting("//h/:username", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No value that .npmrc can hold as it is: that of //h/:username");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v",
                "a b",
                "a=b==",
                "a\"b'c",
                "DOMAIN\\user",
                "a\\",
                "[a]",
                "{}",
                "0",
                "$a",
                "\u00e9\ud83d\ude00",
                "a$",
                "truex"
            })
    void any_other_value_is_taken(String value) {
        assertThat(OwnedSetting.canBeValue(value)).isTrue();
        assertThat(document(new OwnedSetting("k", value).line()).value("k")).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a=b",
                "[a",
                "a[]",
                "__proto__",
                "a;b",
                "a#b",
                "a\nb",
                "a${b}",
                " a",
                "a ",
                "\"a",
                "a'",
                "a\\\\b",
                "a\u2028b",
                "\ud800"
            })
    void a_key_that_would_not_read_back_is_refused(String key) {
        assertThat(OwnedSetting.canBeKey(key)).isFalse();
        assertThatThrownBy(() -> new OwnedSetting(key, "v")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OwnedLines.remove(Set.of(key))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "//h:8080/a%20b/@x/:_password", "@s:registry", "a[]b", "a[", "\u00e9"})
    void any_other_key_is_taken(String key) {
        assertThat(OwnedSetting.canBeKey(key)).isTrue();
        assertThat(document(new OwnedSetting(key, "v").line()).value(key)).hasValue("v");
    }

    @Test
    void always_auth_is_a_flag() {
        assertThat(Documents.apply("", Documents.put("always-auth", "true", "//h/:always-auth", "false")))
                .isEqualTo("always-auth=true\n//h/:always-auth=false\n");
        assertThat(Documents.apply("always-auth\n", Documents.put("always-auth", "true")))
                .isEqualTo("always-auth\n");
        assertThatThrownBy(() -> new OwnedSetting("always-auth", "null")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OwnedSetting("x-always-auth", "true"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_refused_name_cannot_forge_a_line_of_the_log() {
        assertThatThrownBy(() -> new OwnedSetting("a\n[ERROR] x", "v")).hasMessageNotContaining("\n");
    }

    @Test
    void nothing_prints_a_value() {
        OwnedLines lines = Documents.put("//h/:_password", "secret");
        assertThat(lines.toString()).doesNotContain("secret").contains("//h/:_password=***");
        assertThat(document("k=secret").topLevelLines().toString())
                .doesNotContain("secret")
                .contains("k");
        assertThat(LineChanges.NewLine.of(lines.put().get(0)).toString()).isEqualTo("//h/:_password=***");
    }

    @Property(tries = 2000, seed = "20261124")
    void a_hostile_value_is_refused_or_is_all_that_its_line_says(
            @ForAll @CharRange(from = 0, to = '\u2030') String value) {
        if (OwnedSetting.canBeValue(value)) {
            NpmrcDocument edited = document("[s]\nx=1")
                    .apply(List.of(Documents.put("//h/:username", value)))
                    .document();
            assertThat(edited.value("//h/:username")).hasValue(value);
            assertThat(edited.entries()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "begin", " ; x", "; x ", "; a\nb=1", "; a\u2028b", "; a\u2029b", "# \u0007x", "x;"})
    void a_marker_is_one_comment_line(String marker) {
        assertThatThrownBy(() -> new CommentMarkers(marker, "; end")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CommentMarkers("# begin", marker)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_comment_of_either_kind_is_a_marker() {
        assertThat(new CommentMarkers("; begin \u00e9", "# end").toString()).contains("; begin \u00e9", "# end");
    }

    @Test
    void the_markers_differ() {
        assertThatThrownBy(() -> new CommentMarkers("; x", "; x")).isInstanceOf(IllegalArgumentException.class);
    }
}
