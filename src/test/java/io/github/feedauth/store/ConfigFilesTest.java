package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConfigFilesTest {
    @TempDir
    Path machine;

    Path home;
    Path project;
    ConfigFile user;
    ConfigFile npmrc;
    ConfigFiles files;

    @BeforeEach
    void a_home_and_a_project() throws IOException {
        home = Files.createDirectory(machine.toRealPath().resolve("home"));
        project = Files.createDirectory(machine.toRealPath().resolve("project"));
        user = ConfigFile.user(home.resolve(".npmrc"));
        npmrc = ConfigFile.project(project.resolve(".npmrc"), project);
        files = new ConfigFiles(StateFolder.at(machine.resolve("state")), Duration.ofSeconds(20));
    }

    @Test
    void a_new_user_file_is_created_for_its_owner_only() throws IOException {
        List<Outcome> outcomes = write(user, "a=1\n");

        assertThat(outcomes).containsExactly(new Outcome(user, user.path(), Change.CREATED, List.of()));
        assertThat(user.path()).hasContent("a=1\n");
        assertThat(mode(user.path())).isEqualTo("rw-------");
        assertThat(namesIn(home)).containsExactly(".npmrc");
    }

    @Test
    void a_new_project_file_can_be_read_by_everybody() throws IOException {
        write(npmrc, "a=1\n");

        assertThat(mode(npmrc.path())).isEqualTo("rw-r--r--");
    }

    @Test
    void a_user_file_that_others_could_read_is_narrowed_with_a_warning_when_it_is_replaced() throws IOException {
        existing(user, "a=1\n", "rw-r--r--");

        Outcome outcome = write(user, "a=2\n").get(0);

        assertThat(outcome.change()).isEqualTo(Change.REPLACED);
        assertThat(outcome.warnings())
                .singleElement()
                .asString()
                .contains("rw-r--r--", user.path().toString());
        assertThat(mode(user.path())).isEqualTo("rw-------");
    }

    @Test
    void a_user_file_that_others_could_read_is_narrowed_even_when_nothing_else_changes() throws IOException {
        existing(user, "a=1\n", "rw-rw-rw-");

        Outcome outcome = write(user, "a=1\n").get(0);

        assertThat(outcome.change()).isEqualTo(Change.UNCHANGED);
        assertThat(outcome.warnings()).singleElement().asString().contains("rw-rw-rw-");
        assertThat(mode(user.path())).isEqualTo("rw-------");
    }

    @Test
    void a_read_only_user_file_stays_read_only_when_it_is_narrowed() throws IOException {
        existing(user, "a=1\n", "r--r--r--");

        write(user, "a=1\n");

        assertThat(mode(user.path())).isEqualTo("r--------");
    }

    @Test
    void unchanged_content_is_not_written() throws IOException {
        existing(user, "a=1\n", "rw-------");
        Object before = Files.readAttributes(user.path(), "unix:ino,ctime");

        Outcome outcome = write(user, "a=1\n").get(0);

        assertThat(outcome).isEqualTo(new Outcome(user, user.path(), Change.UNCHANGED, List.of()));
        assertThat(Files.readAttributes(user.path(), "unix:ino,ctime")).isEqualTo(before);
    }

    @Test
    void a_project_file_keeps_its_mode() throws IOException {
        existing(npmrc, "a=1\n", "rw-rw---x");

        assertThat(write(npmrc, "a=2\n").get(0).warnings()).isEmpty();

        assertThat(mode(npmrc.path())).isEqualTo("rw-rw---x");
    }

    @Test
    void a_missing_folder_of_the_user_file_is_created_for_its_owner_only() throws IOException {
        ConfigFile deep = ConfigFile.user(home.resolve("a/b/npmrc"));

        assertThat(files.read(deep)).isEmpty();
        files.checkWritable(deep);
        assertThat(home.resolve("a")).doesNotExist();
        write(deep, "a=1\n");

        assertThat(deep.path()).hasContent("a=1\n");
        assertThat(mode(home.resolve("a/b"))).isEqualTo("rwx------");
        assertThat(mode(home.resolve("a"))).isEqualTo("rwxr-xr-x");
    }

    @Test
    void a_file_that_is_kept_for_its_owner_only_is_read_as_such_without_a_lock() {
        existing(user, "a=1\n", "rw-------");
        existing(npmrc, "b=1\n", "rw-r--r--");

        assertThat(files.readKept(user))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("a=1\n"));
        assertThat(files.readKept(npmrc))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("b=1\n"));
        assertThat(machine.resolve("state")).doesNotExist();
    }

    @Test
    void a_user_file_that_others_could_read_is_not_kept_and_neither_is_one_that_is_not_there() {
        existing(user, "a=1\n", "rw-r-----");

        assertThat(files.readKept(user)).isEmpty();
        assertThat(files.readKept(npmrc)).isEmpty();
    }

    @Test
    void the_locks_may_lie_in_the_missing_folder_of_the_user_file() {
        ConfigFile inNewHome = ConfigFile.user(home.resolve("new/.npmrc"));
        files = new ConfigFiles(StateFolder.at(home.resolve("new/.local/state/feedauth")), Duration.ofSeconds(20));

        write(inNewHome, "a=1\n");

        assertThat(inNewHome.path()).hasContent("a=1\n");
    }

    @Test
    void folders_created_for_nothing_are_removed() throws IOException {
        ConfigFile deep = ConfigFile.user(home.resolve("a/b/npmrc"));

        try (FileTransaction transaction = files.begin(List.of(deep))) {
            transaction.stage(deep, bytes("a=1\n"));
            assertThat(home.resolve("a/b")).isDirectory();
        }

        assertThat(namesIn(home)).isEmpty();
    }

    @Test
    void a_missing_project_folder_is_not_created() {
        ConfigFile lost = ConfigFile.project(project.resolve("web/.npmrc"), project);

        assertThatThrownBy(() -> files.read(lost))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("folder does not exist");
    }

    @Test
    void closing_without_a_commit_leaves_everything_as_it_was() throws IOException {
        existing(user, "a=1\n", "rw-------");

        try (FileTransaction transaction = files.begin(List.of(user, npmrc))) {
            transaction.stage(user, bytes("a=2\n"));
            transaction.stage(npmrc, bytes("b=2\n"));
            assertThat(namesIn(home)).hasSize(2).anyMatch(name -> name.matches("\\._npmrc\\*\\..*\\.feedauth\\.tmp"));
        }

        assertThat(user.path()).hasContent("a=1\n");
        assertThat(namesIn(home)).containsExactly(".npmrc");
        assertThat(namesIn(project)).isEmpty();
    }

    @Test
    void what_is_staged_is_what_is_read_next() {
        try (FileTransaction transaction = files.begin(List.of(user))) {
            assertThat(transaction.read(user)).isEmpty();
            transaction.stage(user, bytes("a=1\n"));
            assertThat(transaction.read(user)).hasValue(bytes("a=1\n"));
        }
    }

    @Test
    void files_are_committed_in_the_order_in_which_they_are_given() {
        for (List<ConfigFile> order : List.of(List.of(npmrc, user), List.of(user, npmrc))) {
            List<Outcome> outcomes = files.update(order, transaction -> {
                transaction.stage(npmrc, bytes("a=1\n"));
                transaction.stage(user, bytes("b=1\n"));
            });

            assertThat(outcomes).extracting(Outcome::file).isEqualTo(order);
        }
    }

    @Test
    void what_is_written_ahead_of_the_commit_is_in_place_at_once_and_can_be_changed_once_more() {
        files.update(List.of(npmrc, user), transaction -> {
            transaction.write(user, bytes("a=1\n"));
            assertThat(user.path()).hasContent("a=1\n");
            assertThat(transaction.read(user)).hasValue(bytes("a=1\n"));
            transaction.stage(npmrc, bytes("b=1\n"));
            transaction.stage(user, bytes("a=2\n"));
            assertThat(user.path()).hasContent("a=1\n");
        });

        assertThat(user.path()).hasContent("a=2\n");
        assertThat(npmrc.path()).hasContent("b=1\n");
    }

    @Test
    void what_is_written_ahead_of_the_commit_stays_without_one() throws IOException {
        try (FileTransaction transaction = files.begin(List.of(user, npmrc))) {
            transaction.write(user, bytes("a=1\n"));
            transaction.stage(npmrc, bytes("b=1\n"));
        }

        assertThat(user.path()).hasContent("a=1\n");
        assertThat(namesIn(home)).containsExactly(".npmrc");
        assertThat(npmrc.path()).doesNotExist();
    }

    @Test
    void what_somebody_changed_meanwhile_is_not_overwritten_ahead_of_the_commit() {
        int[] edits = {0};

        files.update(List.of(user), transaction -> {
            String theirs = transaction.read(user).map(String::new).orElse("");
            if (edits[0]++ == 0) {
                existing(user, "theirs\n", "rw-------");
            }
            transaction.write(user, bytes(theirs + "ours\n"));
        });

        assertThat(user.path()).hasContent("theirs\nours\n");
    }

    @Test
    void a_removed_file_is_gone() throws IOException {
        existing(user, "a=1\n", "rw-------");

        List<Outcome> outcomes = files.update(List.of(user), transaction -> transaction.stageRemoval(user));

        assertThat(outcomes).extracting(Outcome::change).containsExactly(Change.REMOVED);
        assertThat(namesIn(home)).isEmpty();
    }

    @Test
    void removing_no_file_changes_nothing() throws IOException {
        List<Outcome> outcomes = files.update(List.of(user), transaction -> transaction.stageRemoval(user));

        assertThat(outcomes).extracting(Outcome::change).containsExactly(Change.UNCHANGED);
        assertThat(namesIn(home)).isEmpty();
    }

    @Test
    void a_file_that_changes_meanwhile_is_edited_again_from_what_it_then_says() throws IOException {
        existing(user, "a\n", "rw-------");
        boolean[] disturbed = {false};

        List<Outcome> outcomes = files.update(List.of(user), transaction -> {
            String text = new String(transaction.read(user).orElseThrow(), UTF_8);
            transaction.stage(user, bytes(text + "ours\n"));
            if (!disturbed[0]) {
                disturbed[0] = true;
                existing(user, "a\nnpm\n", "rw-------");
            }
        });

        assertThat(outcomes).extracting(Outcome::change).containsExactly(Change.REPLACED);
        assertThat(user.path()).hasContent("a\nnpm\nours\n");
    }

    @Test
    void a_folder_replaced_by_another_meanwhile_is_looked_up_again() throws IOException {
        existing(npmrc, "old", "rw-r--r--");
        Path moved = machine.resolve("moved");

        files.update(List.of(npmrc), transaction -> {
            transaction.stage(npmrc, bytes("new"));
            if (!Files.exists(moved)) {
                replaceFolder(moved);
            }
        });

        assertThat(npmrc.path()).hasContent("new");
        assertThat(moved.resolve(".npmrc")).hasContent("old");
        assertThat(namesIn(moved)).containsExactly(".npmrc");
    }

    @Test
    void a_file_that_never_holds_still_is_given_up_as_it_is() throws IOException {
        int[] edits = {0};

        assertThatThrownBy(() -> files.update(List.of(user), transaction -> {
                    transaction.stage(user, bytes("ours\n"));
                    existing(user, "theirs " + edits[0]++, "rw-------");
                }))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("changed under our hands");
        assertThat(user.path()).hasContent("theirs " + (edits[0] - 1));
        assertThat(namesIn(home)).containsExactly(".npmrc");
    }

    @Test
    void a_second_file_that_can_not_be_written_leaves_the_first_as_it_was() throws IOException {
        existing(user, "a=1\n", "rw-------");
        existing(npmrc, "b=1\n", "r--r--r--");

        assertThatThrownBy(() -> files.update(List.of(user, npmrc), transaction -> {
                    transaction.stage(user, bytes("a=2\n"));
                    transaction.stage(npmrc, bytes("b=2\n"));
                }))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("read-only")
                .hasMessageContaining(npmrc.path().toString());

        assertThat(user.path()).hasContent("a=1\n");
        assertThat(namesIn(home)).containsExactly(".npmrc");
    }

    @Test
    void a_folder_in_the_files_place_is_refused() throws IOException {
        Files.createDirectory(user.path());

        refusedEverywhere(user, "A folder is in the file's place");
    }

    @Test
    void a_pipe_in_the_files_place_is_refused_without_waiting_for_it() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", user.path().toString()).start().waitFor())
                .isZero();

        refusedEverywhere(user, "A pipe, socket or device");
    }

    @Test
    void a_file_of_more_than_16_mebibytes_is_refused() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(user.path().toFile(), "rw")) {
            file.setLength(Reading.MOST + 1L);
        }

        refusedEverywhere(user, "larger than 16 MiB");
    }

    @Test
    void a_file_of_16_mebibytes_is_read_and_written() throws IOException {
        byte[] most = new byte[Reading.MOST];

        files.update(List.of(user), transaction -> transaction.stage(user, most));

        assertThat(files.read(user)).hasValue(most);
        assertThatThrownBy(() ->
                        files.update(List.of(user), transaction -> transaction.stage(user, new byte[Reading.MOST + 1])))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("larger than 16 MiB");
    }

    @Test
    void a_file_that_even_its_owner_may_not_read_is_refused() throws IOException {
        existing(user, "a=1\n", "-w-------");

        refusedEverywhere(user, "may not even be read by its owner");
    }

    @Test
    void a_read_only_file_is_read_but_not_written() throws IOException {
        existing(user, "a=1\n", "r--------");

        assertThat(files.read(user)).hasValue(bytes("a=1\n"));
        assertThatThrownBy(() -> files.checkWritable(user)).hasMessageContaining("The file is read-only");
        assertThatThrownBy(() -> write(user, "a=2\n"))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("The file is read-only");
        assertThat(user.path()).hasContent("a=1\n");
    }

    @Test
    void a_file_in_a_read_only_folder_is_read_but_not_written() throws IOException {
        existing(user, "a=1\n", "rw-------");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));

        assertThat(files.read(user)).hasValue(bytes("a=1\n"));
        assertThatThrownBy(() -> files.checkWritable(user)).hasMessageContaining("read-only folder");
        assertThatThrownBy(() -> write(user, "a=2\n"))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("read-only folder");
        assertThat(user.path()).hasContent("a=1\n");
    }

    @Test
    void one_file_can_not_be_both_for_credentials_and_the_projects() {
        ConfigFile both = ConfigFile.user(npmrc.path());

        assertThatThrownBy(() -> files.begin(List.of(both, npmrc)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("one and the same");
    }

    @Test
    void a_file_outside_of_the_transaction_is_a_programming_error() {
        try (FileTransaction transaction = files.begin(List.of(user))) {
            assertThatThrownBy(() -> transaction.read(npmrc)).isInstanceOf(IllegalArgumentException.class);
            transaction.commit();
            assertThatThrownBy(() -> transaction.read(user)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(transaction::commit).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> ConfigFile.user(Path.of("/"))).isInstanceOf(IllegalArgumentException.class);
    }

    private void refusedEverywhere(ConfigFile file, String message) {
        assertThatThrownBy(() -> files.read(file))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining(message)
                .hasMessageContaining(file.path().toString());
        assertThatThrownBy(() -> files.checkWritable(file)).hasMessageContaining(message);
        assertThatThrownBy(() -> files.begin(List.of(file)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining(message);
    }

    private List<Outcome> write(ConfigFile file, String text) {
        return files.update(List.of(file), transaction -> transaction.stage(file, bytes(text)));
    }

    private void replaceFolder(Path moved) {
        try {
            Files.move(project, moved);
            Files.createDirectory(project);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        existing(npmrc, "old", "rw-r--r--");
    }

    private static void existing(ConfigFile file, String text, String mode) {
        try {
            Files.writeString(file.path(), text);
            Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    static List<String> namesIn(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
