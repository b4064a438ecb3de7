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
                new Receipt(MODULE, USER_FILE, true, line("//host/:_password", null, null)),
                new Receipt(MODULE, USER_FILE, false, removed("//host/:email", " //host/:email = a b\r\n", 3)),
                new Receipt(MODULE, USER_FILE, false, removed("//host/:_auth", null, 4))));
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
        Receipts second = after(
                new Receipt(MODULE, PROJECT_FILE, true, line("registry", "https://one/", "registry=before")),
                new Receipt(MODULE, PROJECT_FILE, false, line("registry", "https://two/", "registry=https://one/")));
        assertThat(second.list())
                .containsExactly(
                        new Receipt(MODULE, PROJECT_FILE, true, line("registry", "https://two/", "registry=before")));
    }

    @Test
    void what_somebody_put_there_in_between_is_what_comes_back() {
        Receipt again = new Receipt(MODULE, PROJECT_FILE, false, line("registry", "https://two/", "registry=theirs"));
        Receipts receipts = after(
                new Receipt(MODULE, PROJECT_FILE, false, line("registry", "https://one/", "registry=before")), again);
        assertThat(receipts.list()).containsExactly(again);
    }

    @Test
    void a_file_is_the_same_from_whichever_folder_Maven_was_started() {
        Receipts receipts = after(
                new Receipt(MODULE, PROJECT_FILE, false, line("registry", "https://one/", "registry=before")),
                new Receipt(
                        MODULE,
                        ConfigFile.project(MODULE.resolve(".npmrc"), MODULE.getParent()),
                        false,
                        line("registry", "https://two/", "registry=https://one/")));
        assertThat(receipts.list())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.line().before()).contains("registry=before"));
    }

    @Test
    void the_same_key_in_another_file_is_another_line() {
        Receipts both = after(
                new Receipt(MODULE, PROJECT_FILE, true, line("registry", "https://one/", null)),
                new Receipt(MODULE, USER_FILE, true, line("registry", "https://one/", null)));
        assertThat(both.list()).hasSize(2);
        assertThat(both.without(List.of(both.list().get(0))).list())
                .containsExactly(both.list().get(1));
    }

    @Test
    void a_line_of_ours_that_is_removed_later_is_nobodys_loss() {
        Receipts receipts = after(
                new Receipt(MODULE, USER_FILE, true, line("//h/:username", "u", null)),
                new Receipt(MODULE, USER_FILE, false, removed("//h/:username", "//h/:username=u\n", 0)));
        assertThat(receipts.list()).isEmpty();
    }

    @Test
    void while_a_line_of_ours_goes_it_is_on_record_beside_what_comes_and_then_no_more() {
        Receipt old = new Receipt(MODULE, USER_FILE, true, line("//h/:_password", null, null));
        Receipt kept = new Receipt(MODULE, USER_FILE, true, line("//h/:username", "u", null));
        Receipt fresh = new Receipt(MODULE, USER_FILE, false, line("//h/:_authToken", null, null));
        Receipts before = new Receipts(List.of(old, kept));
        List<Receipt> edit = List.of(new Receipt(MODULE, USER_FILE, false, removed("//h/:_password", null, 1)), fresh);
        Receipts after = before.with(edit);
        assertThat(after.list()).containsExactly(kept, fresh);
        assertThat(after.beside(before).list()).containsExactly(kept, fresh, old);
        assertThat(after.beside(before).with(edit).list()).containsExactlyInAnyOrder(kept, fresh);
    }

    @Test
    void while_a_line_of_ours_gets_another_value_both_are_on_record_and_the_one_that_stands_there_counts() {
        Receipt old = new Receipt(MODULE, PROJECT_FILE, false, line("registry", "https://one/", "registry=before"));
        Receipt fresh = new Receipt(MODULE, PROJECT_FILE, false, line("registry", "https://two/", "registry=before"));
        Receipts before = new Receipts(List.of(old));
        Receipts after = before.with(List.of(again("https://two/", "https://one/")));
        assertThat(after.list()).containsExactly(fresh);
        Receipts announced = after.beside(before);
        assertThat(announced.list()).containsExactly(fresh, old);
        assertThat(Receipts.parse(Optional.of(announced.bytes()))).isEqualTo(announced);
        assertThat(announced.with(List.of(again("https://two/", "https://one/"))))
                .isEqualTo(after);
        assertThat(announced.with(List.of(again("https://one/", "https://two/"))))
                .isEqualTo(before);
        Receipt theirs = again("https://two/", "https://theirs/");
        assertThat(announced.with(List.of(theirs)).list()).containsExactly(theirs.onRecord());
    }

    private static Receipt again(String value, String was) {
        return new Receipt(
                MODULE,
                PROJECT_FILE,
                false,
                line("registry", value, "registry=" + was).insteadOf(was));
    }

    @Test
    void what_was_announced_to_be_removed_and_is_removed_later_is_one_line() {
        Receipts before =
                after(new Receipt(MODULE, USER_FILE, false, line("//h/:_password", null, "//h/:_password=p")));
        List<Receipt> edit = List.of(new Receipt(MODULE, USER_FILE, false, removed("//h/:_password", null, 1)));
        Receipts after = before.with(edit);
        assertThat(after.list()).hasSize(1);
        assertThat(after.beside(before).list()).hasSize(2);
        assertThat(after.beside(before).with(edit)).isEqualTo(after);
    }

    @Test
    void what_stood_there_before_a_line_of_ours_comes_back_where_that_is_removed_later() {
        Receipts receipts = after(
                new Receipt(MODULE, USER_FILE, false, line("//h/:username", "u", "//h/:username = me")),
                new Receipt(MODULE, USER_FILE, false, removed("//h/:username", "//h/:username=u\n", 7)));
        assertThat(receipts.list())
                .containsExactly(
                        new Receipt(MODULE, USER_FILE, false, removed("//h/:username", "//h/:username = me\n", 7)));
    }

    @Test
    void what_somebody_put_back_and_was_removed_again_is_one_line() {
        Receipt again = new Receipt(MODULE, USER_FILE, false, removed("//h/:email", "//h/:email=new\n", 5));
        Receipts receipts =
                after(new Receipt(MODULE, USER_FILE, false, removed("//h/:email", "//h/:email=old\n", 2)), again);
        assertThat(receipts.list()).containsExactly(again);
    }

    @Test
    void several_lines_of_a_key_that_go_at_once_are_all_kept() {
        List<Receipt> fresh = List.of(
                new Receipt(MODULE, PROJECT_FILE, false, removed("registry", "registry=a\n", 0)),
                new Receipt(MODULE, PROJECT_FILE, false, removed("registry", "registry=b\n", 1)),
                new Receipt(MODULE, PROJECT_FILE, false, line("registry", "https://one/", "registry=c")));
        assertThat(new Receipts(List.of()).with(fresh).list()).isEqualTo(fresh);
    }

    @Test
    void a_line_of_ours_is_known_by_its_value_however_its_client_writes_it() {
        for (String key : List.of("registry", "npmRegistryServer", "npmScopes acme npmRegistryServer")) {
            Receipt first = new Receipt(MODULE, PROJECT_FILE, true, line(key, "https://one/", null));
            WrittenLine again = line(key, "https://two/", "  npmRegistryServer:  'https://one/'");
            Receipts receipts = new Receipts(List.of(first))
                    .with(List.of(new Receipt(MODULE, PROJECT_FILE, false, again.insteadOf("https://one/"))));
            assertThat(receipts.list())
                    .containsExactly(new Receipt(MODULE, PROJECT_FILE, true, line(key, "https://two/", null)));
        }
    }

    @Test
    void a_line_of_ours_is_known_by_its_value_though_it_is_not_kept_as_it_stood() {
        Receipt first = new Receipt(MODULE, PROJECT_FILE, true, line("registry", "https://one/", "registry=before"));
        WrittenLine again = WrittenLine.replaced("registry", Optional.of("https://two/"), Optional.empty());
        Receipts receipts = new Receipts(List.of(first))
                .with(List.of(new Receipt(MODULE, PROJECT_FILE, false, again.insteadOf("https://one/"))));
        assertThat(receipts.list())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.line().before()).contains("registry=before"));
    }

    @Test
    void what_a_line_said_that_is_none_of_ours_is_neither_kept_nor_shown() {
        WrittenLine line = WrittenLine.replaced("registry", Optional.of("https://one/"), Optional.empty())
                .insteadOf("https://me:sentinel@two/");
        Receipts receipts = new Receipts(List.of()).with(List.of(new Receipt(MODULE, PROJECT_FILE, false, line)));
        assertThat(line.toString() + receipts + new String(receipts.bytes(), UTF_8))
                .contains("https://one/")
                .doesNotContain("sentinel");
        assertThat(Receipts.parse(Optional.of(receipts.bytes()))).isEqualTo(receipts);
    }

    /** Each in a build of its own. */
    private static Receipts after(Receipt... receipts) {
        Receipts all = new Receipts(List.of());
        for (Receipt receipt : receipts) {
            WrittenLine line = receipt.line();
            String before = line.before().orElse("");
            WrittenLine told =
                    line.insteadOf(before.substring(before.indexOf('=') + 1).strip());
            all = all.with(List.of(
                    new Receipt(receipt.module(), receipt.file(), receipt.created(), before.isEmpty() ? line : told)));
        }
        return all;
    }

    private static WrittenLine removed(String key, String before, int at) {
        return WrittenLine.removed(key, Optional.ofNullable(before), at);
    }

    private static WrittenLine line(String key, String value, String replaced) {
        return replaced == null
                ? WrittenLine.fresh(key, Optional.ofNullable(value))
                : WrittenLine.replaced(key, Optional.ofNullable(value), Optional.of(replaced));
    }
}
