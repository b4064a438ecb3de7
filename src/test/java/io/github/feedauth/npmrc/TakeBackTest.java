package io.github.feedauth.npmrc;

import static io.github.feedauth.npmrc.Documents.document;
import static io.github.feedauth.npmrc.Documents.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakeBackTest {
    private static final CommentMarkers MARKERS = new CommentMarkers("; begin", "; end");

    private static String takenBack(String text, WrittenLine... written) {
        return Documents.text(document(text).takeBack(List.of(written), MARKERS).document());
    }

    private static WrittenLine written(String key, String value, String replaced) {
        return replaced == null
                ? WrittenLine.fresh(key, Optional.ofNullable(value))
                : WrittenLine.replaced(key, Optional.ofNullable(value), Optional.of(replaced));
    }

    @Test
    void a_line_that_was_new_goes_with_its_markers_and_one_that_replaced_another_becomes_that_one() {
        assertThat(takenBack(
                        "; begin\n//h/:username=u\n//h/:_password=p\n; end\nregistry=https://h/\nx=1\n",
                        written("//h/:username", "u", null),
                        written("//h/:_password", null, null),
                        written("registry", "https://h/", "registry =  https://old/")))
                .isEqualTo("registry =  https://old/\nx=1\n");
    }

    @Test
    void a_line_that_says_something_else_by_now_stays() {
        String text = "//h/:username=mine\nregistry=https://mine/\n";
        assertThat(takenBack(
                        text, written("//h/:username", "u", null), written("registry", "https://h/", "registry=old")))
                .isEqualTo(text);
    }

    @Test
    void of_several_lines_of_a_key_the_last_is_the_one_that_was_written() {
        assertThat(takenBack("registry=a\nregistry=b\n", written("registry", "b", "registry=c")))
                .isEqualTo("registry=a\nregistry=c\n");
    }

    @Test
    void what_an_edit_tells_that_it_wrote_gives_the_bytes_back() {
        String text = "always-auth = false\nx=1\n//h/:email=b # old\nregistry = https://old/\n//h/:_authToken=a;b\n";
        NpmrcEdit edit = document(text)
                .apply(List.of(
                        put("registry", "https://h/"), put("//h/:username", "u").between(MARKERS)));
        assertThat(Documents.text(
                        edit.document().takeBack(edit.written(), MARKERS).document()))
                .isEqualTo(text);
    }

    @Test
    void a_line_with_a_comment_behind_it_is_not_kept_for_later() {
        for (String comment : List.of("# c", "; c")) {
            NpmrcEdit edit =
                    document("registry=https://old/ " + comment + "\n").apply(List.of(put("registry", "https://h/")));
            assertThat(edit.written())
                    .containsExactly(WrittenLine.replaced("registry", Optional.of("https://h/"), Optional.empty())
                            .insteadOf("https://old/"));
        }
        assertThat(document("//h/:_password=b2xk\n")
                        .apply(List.of(put("//h/:_password", "bmV3")))
                        .written())
                .containsExactly(WrittenLine.replaced("//h/:_password", Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry=https://a/\nx=1\nregistry = https://b/\n",
                "registry=https://a/\r\n;c\r\nregistry=https://b/",
                "\ufeffregistry=https://a/\nregistry=https://b/\nregistry=https://c/\n[s]\nregistry=https://d/\n",
                "registry=https://b/\nregistry[]=https://a/\nx=1\n",
                "//h/:always-auth=true\nx=1\n//h/:email = me\n",
                "x=1\n//h/:always-auth=true",
                "//h/:always-auth=true",
                "//h/:always-auth=true\n\n//h/:username=u\n//h/:always-auth=false\n",
            })
    void lines_that_went_come_back_where_they_stood(String text) {
        NpmrcEdit edit = document(text)
                .apply(List.of(
                        put("registry", "https://h/"),
                        put("//h/:username", "u").removing(Set.of("//h/:email", "//h/:always-auth"))));
        NpmrcEdit back = edit.document().takeBack(edit.written(), MARKERS);
        assertThat(Documents.text(back.document())).isEqualTo(text);
        assertThat(back.written()).isEmpty();
    }

    @Test
    void a_line_comes_back_before_the_one_that_counts_and_before_a_section_however_short_the_file_has_become() {
        WrittenLine gone = WrittenLine.removed("registry", Optional.of("registry=a"), 7);
        assertThat(takenBack("registry=b\n[s]\n", gone)).isEqualTo("registry=a\nregistry=b\n[s]\n");
        assertThat(takenBack("[s]\n", gone)).isEqualTo("registry=a\n[s]\n");
        assertThat(takenBack("x=1", gone)).isEqualTo("x=1\nregistry=a");
    }

    @Test
    void what_may_have_been_a_secret_is_not_given_back_but_named_and_a_registry_line_then_stays() {
        String text = "registry=https://me:sentinel@old/\n//h/:_authToken=sentinel\n//h/:username=me ; sentinel\n";
        NpmrcEdit edit = document(text)
                .apply(List.of(
                        put("registry", "https://h/"), put("//h/:username", "u").removing(Set.of("//h/:_authToken"))));
        assertThat(edit.written().toString()).doesNotContain("sentinel");
        NpmrcEdit back = edit.document().takeBack(edit.written(), MARKERS);
        assertThat(Documents.text(back.document())).isEqualTo("registry=https://h/\n");
        assertThat(back.written())
                .extracting(WrittenLine::key)
                .containsExactlyInAnyOrder("registry", "//h/:_authToken", "//h/:username");
    }

    @Test
    void the_lines_of_a_configuration_are_those_that_give_its_keys() {
        assertThat(document("a=1\n${H}:username=u\na=2\n[t] \nb=1\n[s]\na=3\n").configurationLines())
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", 3, "//h/:username", 2, "t", 4, "s", 6));
    }
}
