package io.github.feedauth.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.npmrc.WrittenLine;
import io.github.feedauth.store.ConfigFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
    private static final Path MODULE = Path.of("/srv/my web\n1 %");
    private static final ConfigFile PROJECT_FILE = ConfigFile.project(MODULE.resolve(".npmrc"), MODULE);
    private static final ConfigFile USER_FILE = ConfigFile.user(Path.of("/home/me/.npmrc"));

    @Test
    void what_is_kept_reads_back_the_same() {
        Receipts receipts = new Receipts(List.of(
                new Receipt(MODULE, PROJECT_FILE, false, line("registry", "https://a/ü x", " registry = - ")),
                new Receipt(MODULE, USER_FILE, true, line("//host/:_password", null, null))));
        assertThat(Receipts.parse(Optional.of(receipts.bytes()))).isEqualTo(receipts);
    }

    @Test
    void no_file_is_no_receipts() {
        assertThat(Receipts.parse(Optional.empty()).list()).isEmpty();
    }

    @Test
    void lines_that_are_no_receipts_are_passed_over() {
        String kept = new String(
                new Receipts(List.of(new Receipt(MODULE, USER_FILE, true, line("a", "b", null)))).bytes(), UTF_8);
        String text = kept + "x\n =a =b - found =%ZZ - -\n=m =\u0000 - found =k - -\n=m =/f - found =[k - -\n=m =/f\n";
        assertThat(Receipts.parse(Optional.of(text.getBytes(UTF_8))).list()).hasSize(1);
    }

    @Test
    void a_line_written_again_keeps_what_it_replaced_first() {
        Receipts first = new Receipts(List.of())
                .with(new Receipt(MODULE, PROJECT_FILE, true, line("registry", "https://one/", "registry=before")));
        Receipts second = first.with(
                new Receipt(MODULE, PROJECT_FILE, false, line("registry", "https://two/", "registry=https://one/")));
        assertThat(second.list())
                .containsExactly(
                        new Receipt(MODULE, PROJECT_FILE, true, line("registry", "https://two/", "registry=before")));
    }

    @Test
    void what_somebody_put_there_in_between_is_what_comes_back() {
        Receipt again = new Receipt(MODULE, PROJECT_FILE, false, line("registry", "https://two/", "registry=theirs"));
        Receipts receipts = new Receipts(List.of())
                .with(new Receipt(MODULE, PROJECT_FILE, false, line("registry", "https://one/", "registry=before")))
                .with(again);
        assertThat(receipts.list()).containsExactly(again);
    }

    @Test
    void a_file_is_the_same_from_whichever_folder_Maven_was_started() {
        Receipts receipts = new Receipts(List.of())
                .with(new Receipt(MODULE, PROJECT_FILE, false, line("registry", "https://one/", "registry=before")))
                .with(new Receipt(
                        MODULE,
                        ConfigFile.project(MODULE.resolve(".npmrc"), MODULE.getParent()),
                        false,
                        line("registry", "https://two/", "registry=https://one/")));
        assertThat(receipts.list())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.line().replaced()).contains("registry=before"));
    }

    @Test
    void the_same_key_in_another_file_is_another_line() {
        Receipts both = new Receipts(List.of())
                .with(new Receipt(MODULE, PROJECT_FILE, true, line("registry", "https://one/", null)))
                .with(new Receipt(MODULE, USER_FILE, true, line("registry", "https://one/", null)));
        assertThat(both.list()).hasSize(2);
        assertThat(both.without(List.of(both.list().get(0))).list())
                .containsExactly(both.list().get(1));
    }

    private static WrittenLine line(String key, String value, String replaced) {
        return new WrittenLine(key, Optional.ofNullable(value), Optional.ofNullable(replaced));
    }
}
