package io.github.feedauth.npmrc;

import static io.github.feedauth.npmrc.Documents.document;
import static io.github.feedauth.npmrc.Documents.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TakeBackTest {
    private static final CommentMarkers MARKERS = new CommentMarkers("; begin", "; end");

    private static String takenBack(String text, WrittenLine... written) {
        return Documents.text(document(text).takeBack(List.of(written), MARKERS).document());
    }

    private static WrittenLine written(String key, String value, String replaced) {
        return new WrittenLine(key, Optional.ofNullable(value), Optional.ofNullable(replaced));
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
            assertThat(edit.written()).containsExactly(written("registry", "https://h/", null));
        }
        assertThat(document("//h/:_password=b2xk\n")
                        .apply(List.of(put("//h/:_password", "bmV3")))
                        .written())
                .containsExactly(written("//h/:_password", null, null));
    }

    @Test
    void the_lines_of_a_configuration_are_those_that_give_its_keys() {
        assertThat(document("a=1\n${H}:username=u\na=2\n[t] \nb=1\n[s]\na=3\n").configurationLines())
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", 3, "//h/:username", 2, "t", 4, "s", 6));
    }
}
