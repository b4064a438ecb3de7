package io.github.feedauth.npmrc;

import static io.github.feedauth.npmrc.Documents.apply;
import static io.github.feedauth.npmrc.Documents.document;
import static io.github.feedauth.npmrc.Documents.put;
import static io.github.feedauth.npmrc.Documents.remove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpmrcDocumentEditTest {
    private static final CommentMarkers MARKERS = new CommentMarkers("; begin auth token", "; end auth token");
    private static final String BOM = "\ufeff";

    @Test
    void an_empty_document_gets_the_lines_in_the_order_of_the_request() {
        assertThat(apply("", put("b", "1", "a", "2"))).isEqualTo("b=1\na=2\n");
    }

    @Test
    void missing_lines_come_before_everything_so_that_no_section_swallows_them() {
        assertThat(apply("[s]\nx=1", put("k", "v"))).isEqualTo("k=v\n[s]\nx=1");
    }

    @Test
    void missing_lines_of_several_groups_come_in_the_order_of_the_groups() {
        assertThat(apply("x=1\n", put("a", "1"), put("b", "2"))).isEqualTo("a=1\nb=2\nx=1\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "x=1\\r\\ny=2\\n, k=v\\r\\nx=1\\r\\ny=2\\n",
                "x=1\\ny=2\\r\\n, k=v\\nx=1\\ny=2\\r\\n",
                "x=1\\ry=2\\r, k=v\\rx=1\\ry=2\\r",
                "x=1\\r\\r\\ny=2, k=v\\r\\nx=1\\r\\r\\ny=2",
                "x=1\\ry=2\\n, k=v\\nx=1\\ry=2\\n",
                "x=1, k=v\\nx=1"
            })
    void new_lines_end_as_the_documents_own_lines_do(String before, String after) {
        assertThat(apply(before.translateEscapes(), put("k", "v"))).isEqualTo(after.translateEscapes());
    }

    @Test
    void new_lines_come_after_a_byte_order_mark() {
        assertThat(apply(BOM + "x=1\n", put("k", "v"))).isEqualTo(BOM + "k=v\nx=1\n");
    }

    @Test
    void a_byte_order_mark_goes_on_keeping_a_first_line_from_being_a_section() {
        String before = BOM + "[s]\nx=1\n";
        assertThat(document(before).value("x")).hasValue("1");
        String after = apply(before, put("k", "v"));
        assertThat(document(after).value("x")).hasValue("1");
        assertThat(apply(after, remove("k"))).isEqualTo(before);
    }

    @Test
    void a_section_stays_one_when_the_line_between_it_and_the_byte_order_mark_goes() {
        assertThat(apply(BOM + "k=v\r\n[s]\nx=1\n", remove("k"))).isEqualTo(BOM + "\r\n[s]\nx=1\n");
        assertThat(apply(BOM + "k=v\nj=v\n[s]\nx=1\n", remove("k", "j"))).isEqualTo(BOM + "\n[s]\nx=1\n");
        assertThat(apply(BOM + "k=v\ny=1\n[s]\n", remove("k"))).isEqualTo(BOM + "y=1\n[s]\n");
    }

    @Test
    void a_line_that_stays_after_the_byte_order_mark_keeps_the_next_one_apart() {
        assertThat(apply(BOM + "a=1\nk=v\n=x\n", put("a", "2"), remove("k"))).isEqualTo(BOM + "a=2\n=x\n");
        assertThat(apply(BOM + "; c\nk=v\n=x\n", remove("k"))).isEqualTo(BOM + "; c\n=x\n");
        assertThat(apply(BOM + "k=v\n=x\n", remove("k"))).isEqualTo(BOM + "\n=x\n");
        assertThat(apply(BOM + "a=1\nk=v\n=x\n", put("a", "1", "b", "2"), remove("k")))
                .isEqualTo(BOM + "a=1\nb=2\n=x\n");
        assertThat(apply(BOM + "k=v\n", remove("k"))).isEqualTo(BOM);
    }

    @Test
    void a_standing_line_gets_the_new_value_where_it_stands() {
        assertThat(apply("x=1\nk = old ; mine\r\ny=2", put("k", "v"))).isEqualTo("x=1\nk=v\r\ny=2");
        assertThat(apply(BOM + "k=old", put("k", "v"))).isEqualTo(BOM + "k=v");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"k=v", " k = v ", "\"k\"=\"v\"", "'k'=v", "k=v ; comment", "k='\"v\"'", "k\\;x=1\nk=v", "k=\\v"})
    void a_line_that_reads_as_wanted_keeps_its_bytes(String line) {
        String value = line.contains("\\v") ? "\\v" : "v";
        assertThat(apply(line, put("k", value))).isEqualTo(line);
    }

    @Test
    void a_variable_that_has_the_wanted_value_stays() {
        assertThat(apply("k=${V}\n", put("k", "wanted"))).isEqualTo("k=${V}\n");
        assertThat(apply("k=${V}\n", put("k", "other"))).isEqualTo("k=other\n");
        // npm before 11 takes this for the variable's own text
        assertThat(apply("k=${V?}\n", put("k", "wanted"))).isEqualTo("k=wanted\n");
    }

    @Test
    void a_key_that_not_every_npm_reads_as_ours_is_written_anew() {
        assertThat(apply("${H}k=v\n", put("//h/k", "v"))).isEqualTo("${H}k=v\n");
        // npm before 11 takes this for the variable's own text
        assertThat(apply("x=1\n${H?}k=v\n", put("//h/k", "v"))).isEqualTo("//h/k=v\nx=1\n");
    }

    @Test
    void the_last_of_several_lines_stays_and_the_others_go() {
        assertThat(apply("k=1\nx=1\nk=2\nk=v\n", put("k", "v"))).isEqualTo("x=1\nk=v\n");
        assertThat(apply("k=v\nk=2", put("k", "v"))).isEqualTo("k=v");
    }

    @Test
    void a_list_of_our_key_goes() {
        assertThat(apply("k=1\nk[]=2\n", put("k", "v"))).isEqualTo("k=v\n");
        assertThat(apply("k[]=2\n", put("k", "v"))).isEqualTo("k=v\n");
        assertThat(apply("k[]=2\nx=1\n", remove("k"))).isEqualTo("x=1\n");
    }

    @Test
    void missing_lines_of_a_group_come_after_its_last_standing_line_but_before_one_without_a_line_end() {
        assertThat(apply("b=1\nx=1\na=1\ny=1\n", put("a", "1", "b", "1", "c", "1", "d", "1")))
                .isEqualTo("b=1\nx=1\na=1\nc=1\nd=1\ny=1\n");
        assertThat(apply("\ufeffa=0", put("a", "1", "b", "2"))).isEqualTo("\ufeffb=2\na=1");
        assertThat(apply("x=1\r\na=0", put("a", "1", "b", "2", "c", "3"))).isEqualTo("x=1\r\nb=2\r\nc=3\r\na=1");
    }

    @Test
    void keys_in_a_section_are_not_ours() {
        assertThat(apply("[s]\nk=1\n", put("k", "v"))).isEqualTo("k=v\n[s]\nk=1\n");
        assertThat(apply("[s]\nk=1\n", remove("k"))).isEqualTo("[s]\nk=1\n");
    }

    @Test
    void keys_that_npm_6_to_9_still_read_after_a_header_with_white_space_are_ours() {
        assertThat(apply("[s] \nk=1\n[t]\nk=2\n", put("k", "v"))).isEqualTo("k=v\n[s] \n[t]\nk=2\n");
    }

    @Test
    void siblings_are_never_touched() {
        String siblings = """
                //h/Feed2/:_password=a
                //h:81/Feed/:_password=b
                //h/feed/:_password=c
                x//h/Feed/:_password=d
                //h/Feed/:_password2=e
                //h/Feed/:_password\\;=f
                """;
        assertThat(apply(siblings, remove("//h/Feed/:_password"))).isEqualTo(siblings);
        assertThat(apply(siblings, put("//h/Feed/:_password", "v"))).isEqualTo("//h/Feed/:_password=v\n" + siblings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${H}k=1",
                "\"//h/k\"=1",
                "'//h/k'=1",
                "'[\"//h/k\"]'=1",
                "//h/k;x=1",
                "//h/k#x",
                "//h/k",
                "\u3000//h/k\u00a0= 1",
                "//h/k[]=1"
            })
    void every_spelling_of_our_key_is_ours(String line) {
        assertThat(apply("x=1\n" + line + "\ny=2\n", remove("//h/k"))).isEqualTo("x=1\ny=2\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\${H}k=1", "=1", "//h/k=\u2028", ";//h/k=1", " #//h/k=1", "//h/\\k=1", "${N}k=1"})
    void lines_that_do_not_read_as_our_key_stay(String line) {
        assertThat(apply(line, remove("//h/k"))).isEqualTo(line);
    }

    @Test
    void a_block_is_written_between_its_markers() {
        assertThat(apply("x=1\n", put("a", "1", "b", "2").between(MARKERS)))
                .isEqualTo("; begin auth token\na=1\nb=2\n; end auth token\nx=1\n");
    }

    @Test
    void a_complete_block_is_changed_in_place() {
        String before = "x=1\n; begin auth token\nb=2\nold=1\na=0\n; end auth token\ny=1\n";
        assertThat(apply(before, put("a", "1", "b", "2").between(MARKERS).removing(Set.of("old"))))
                .isEqualTo("x=1\n; begin auth token\nb=2\na=1\n; end auth token\ny=1\n");
    }

    @Test
    void a_block_that_is_not_complete_is_written_anew_and_its_markers_go() {
        assertThat(apply(
                        "x=1\n; begin auth token\na=0\n; end auth token\nb=1\n",
                        put("a", "1", "b", "2").between(MARKERS)))
                .isEqualTo("; begin auth token\na=1\nb=2\n; end auth token\nx=1\n");
    }

    @Test
    void markers_around_the_lines_of_others_stay() {
        String before = "; begin auth token\na=0\nother=1\n; end auth token\n";
        assertThat(apply(before, put("a", "1").between(MARKERS)))
                .isEqualTo(
                        "; begin auth token\na=1\n; end auth token\n; begin auth token\nother=1\n; end auth token\n");
    }

    @Test
    void a_block_wins_over_lines_that_stand_elsewhere() {
        assertThat(apply(
                        "a=0\n; begin auth token\na=1\n; end auth token\na=2\n",
                        put("a", "1").between(MARKERS)))
                .isEqualTo("; begin auth token\na=1\n; end auth token\n");
    }

    @Test
    void a_removed_block_takes_its_markers_along_and_leaves_the_next_one() {
        String two =
                apply("x=1\n", put("a", "1").between(MARKERS), put("b", "2").between(MARKERS));
        assertThat(apply(two, remove("a").between(MARKERS)))
                .isEqualTo("; begin auth token\nb=2\n; end auth token\nx=1\n");
        assertThat(apply(two, remove("a", "b").between(MARKERS))).isEqualTo("x=1\n");
        assertThat(apply(two, remove("a", "b")))
                .isEqualTo("; begin auth token\n; end auth token\n".repeat(2) + "x=1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[k.x]", "[\"k.x.y\"]", "k.x=null", "k.x='{\"a\":1}'", "[__proto__.k.x]"})
    void a_section_that_takes_the_place_of_our_key_is_refused(String line) {
        assertThatThrownBy(() -> apply("x=1\n" + line, put("k", "v")))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("/home/me/.npmrc");
    }

    @Test
    void a_section_of_the_same_name_hides_only_an_empty_value() {
        assertThat(apply("[k]\n", put("k", "v"))).isEqualTo("k=v\n[k]\n");
        assertThatThrownBy(() -> apply("[k]\n", put("k", ""))).isInstanceOf(FeedAuthFailure.class);
    }

    @Test
    void a_section_named_like_our_key_is_refused_where_a_variable_spells_one_of_them() {
        assertThatThrownBy(() -> apply("${H}k=v\n[//h/k]\n", put("//h/k", "v")))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> apply("[${H}k]\n", put("//h/k", "v"))).isInstanceOf(FeedAuthFailure.class);
        assertThat(apply("${H}x=v\n[//h/k]\n", put("//h/k", "v"))).isEqualTo("//h/k=v\n${H}x=v\n[//h/k]\n");
    }

    @Test
    void an_object_that_is_ours_and_goes_hides_nothing() {
        assertThat(apply("k.x=null\n", put("k", "v").removing(Set.of("k.x")))).isEqualTo("k=v\n");
        assertThat(apply("k.x=v\nk.y[]=null\n", put("k", "v"))).isEqualTo("k=v\nk.x=v\nk.y[]=null\n");
    }

    @Test
    void the_lines_of_another_group_are_not_part_of_a_block() {
        String block = "; begin auth token\na=1\nb=2\n; end auth token\n";
        assertThat(apply(block, put("a", "1").between(MARKERS), put("b", "2")))
                .isEqualTo("; begin auth token\na=1\n; end auth token\n; begin auth token\nb=2\n; end auth token\n");
        assertThat(apply(block, put("a", "1", "b", "2").between(MARKERS))).isEqualTo(block);
        assertThat(apply(block + "a[]=3\n", put("a", "1", "b", "2").between(MARKERS)))
                .isEqualTo(block);
    }

    @Test
    void a_block_needs_both_of_its_markers_right_beside_it() {
        assertThat(apply("a=1\n; end auth token\n", put("a", "1").between(MARKERS)))
                .isEqualTo("; begin auth token\na=1\n; end auth token\n; end auth token\n");
        assertThat(apply("; begin auth token\na=1", put("a", "1").between(MARKERS)))
                .isEqualTo("; begin auth token\na=1\n; end auth token\n; begin auth token\n");
        assertThat(apply(
                        "; begin auth token\n\na=1\n; end auth token\n",
                        put("a", "1").between(MARKERS)))
                .isEqualTo("; begin auth token\na=1\n; end auth token\n; begin auth token\n\n; end auth token\n");
    }

    @Test
    void only_markers_of_a_group_that_goes_go_with_it() {
        CommentMarkers others = new CommentMarkers("# begin", "# end");
        String two = "# begin\na=1\n# end\n; begin auth token\nb=1\n; end auth token\n";
        assertThat(apply(two, remove("a").between(MARKERS), remove("b").between(MARKERS)))
                .isEqualTo("# begin\n# end\n");
        assertThat(apply(two, remove("a").between(others), remove("b").between(others)))
                .isEqualTo("; begin auth token\n; end auth token\n");
        assertThat(apply(
                        "# begin\na=1\nb=1\n# end\nb=2\n",
                        remove("a"),
                        remove("b").between(others)))
                .isEmpty();
    }

    @Test
    void markers_go_with_the_lines_between_them_and_not_with_those_of_an_earlier_run() {
        CommentMarkers others = new CommentMarkers("# begin", "# end");
        assertThat(apply(
                        "a=1\n# begin\nb=1\n# end\n",
                        remove("a").between(others),
                        remove("b").between(MARKERS)))
                .isEqualTo("# begin\n# end\n");
    }

    @Test
    void inserted_lines_are_told_with_the_number_that_they_have_afterwards() {
        assertThat(changes("x=1\n", put("a", "1", "b", "2"))).containsExactly("+1: a=***", "+2: b=***");
        assertThat(changes("x=1\na=1\ny=1\n", put("a", "1", "b", "2", "c", "3")))
                .containsExactly("+3: b=***", "+4: c=***");
        assertThat(changes("\ufeffk=1\n[s]\n", remove("k"))).containsExactly("-1: k=***");
        assertThat(changes("\ufeffk=1\n=x\na=0\n", put("a", "1"), remove("k")))
                .containsExactly("-1: k=***", "-3: a=***", "+3: a=***");
        assertThat(changes("\ufeffk=1\n[s] \nk=2\n[t]\n", put("a", "1"), remove("k")))
                .containsExactly("+1: a=***", "-1: k=***", "-3: k=***");
        assertThat(changes("x=1\n", put("a", "1").between(MARKERS)))
                .containsExactly("+1: ; begin auth token", "+2: a=***", "+3: ; end auth token");
        assertThat(changes(
                        "; begin auth token\na=1\n; end auth token\n",
                        remove("a").between(MARKERS)))
                .containsExactly("-1: ; begin auth token", "-2: a=***", "-3: ; end auth token");
        assertThat(changes("a=1\nx=1\nb=0", put("b", "1"), remove("a")))
                .containsExactly("-1: a=***", "-3: b=***", "+2: b=***");
    }

    private static List<String> changes(String before, OwnedLines... groups) {
        return document(before).apply(List.of(groups)).changedLines().stream()
                .map(ChangedLine::toString)
                .toList();
    }

    @Test
    void a_section_whose_escaped_dots_make_our_key_is_refused() {
        assertThatThrownBy(() -> apply("[//h\\.x/k]\n", put("//h.x/k", "v"))).isInstanceOf(FeedAuthFailure.class);
        assertThat(apply("[//h.x/k]\n", put("//h.x/k", "v"))).isEqualTo("//h.x/k=v\n[//h.x/k]\n");
    }

    @Test
    void the_change_is_told_line_by_line_without_a_secret() {
        NpmrcEdit edit = document(
                        "x=1\n//h/:_password=oldSecret\n//h/:_authToken=jwt\n//h/:username=me\nregistry=https://u:p@h/\n")
                .apply(List.of(
                        put("//h/:username", "you", "//h/:_password", "newSecret")
                                .removing(Set.of("//h/:_authToken")),
                        put("registry", "https://h/npm/")));
        assertThat(edit.isChange()).isTrue();
        assertThat(edit.changedLines().stream().map(ChangedLine::toString))
                .containsExactly(
                        "-2: //h/:_password=***",
                        "+2: //h/:_password=***",
                        "-3: //h/:_authToken=***",
                        "-4: //h/:username=me",
                        "+3: //h/:username=you",
                        "-5: registry=***",
                        "+4: registry=https://h/npm/");
    }

    @Test
    void nothing_to_change_gives_the_same_document() {
        NpmrcDocument before = document("k=v\n");
        NpmrcEdit edit = before.apply(List.of(put("k", "v"), remove("x")));
        assertThat(edit.isChange()).isFalse();
        assertThat(edit.document()).isSameAs(before);
    }

    @Test
    void groups_that_disagree_are_a_programming_error() {
        assertThatThrownBy(() -> apply("", put("k", "v"), put("k", "v")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("k");
        assertThatThrownBy(() -> apply("", put("k", "v"), remove("k"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> put("k", "v", "k", "w")).isInstanceOf(IllegalArgumentException.class);
        assertThat(apply("k=1", remove("k"), remove("k"))).isEmpty();
    }

    @Test
    void a_block_holds_each_of_its_keys_once_and_as_a_line_that_can_stay() {
        OwnedLines lines = put("a", "1", "b", "2").between(MARKERS);
        String block = "; begin auth token\na=1\nb=2\n; end auth token\n";
        assertThat(apply("; begin auth token\na=1\nb=2\na=1\n; end auth token\nx=1\n", lines))
                .isEqualTo(block + "x=1\n");
        assertThat(apply("; begin auth token\na=1\nb[]=2\n; end auth token\nx=1\n", lines))
                .isEqualTo(block + "x=1\n");
        assertThat(apply("; begin auth token\na=1\nc=3\nb=2\n; end auth token\n", lines, put("c", "3")))
                .contains("a=1\nb=2\n; end auth token\n");
    }

    @Test
    void a_key_is_put_or_removed_by_one_group_whichever_comes_first() {
        assertThatThrownBy(() -> apply("", put("a", "1"), remove("a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> apply("", remove("a"), put("a", "1"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(apply("a=1\n", remove("a"), remove("a"))).isEmpty();
    }

    @Test
    void an_old_value_is_no_section_whatever_its_name() {
        assertThat(apply("c.d=null\n", put("a", "1"))).isEqualTo("a=1\nc.d=null\n");
        assertThat(apply("a.b=1\na.c={}\n", put("a", "1"))).isEqualTo("a=1\na.b=1\na.c={}\n");
        assertThat(apply("x\\.y=null\n", remove("x\\.y"), put("x.y", "1"))).isEqualTo("x.y=1\n");
    }
}
