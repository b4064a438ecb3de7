package io.github.feedauth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    private static final Path HOME = Path.of("/home/ann");

    @TempDir
    Path machine;

    @Test
    void state_goes_where_xdg_says() {
        assertThat(first(Map.of("XDG_STATE_HOME", "/var/state"), false)).isEqualTo(Path.of("/var/state/feedauth"));
    }

    @Test
    void a_relative_or_empty_xdg_path_is_ignored_as_its_specification_demands() {
        for (String value : List.of("", " ", "state")) {
            assertThat(first(Map.of("XDG_STATE_HOME", value), false))
                    .isEqualTo(Path.of("/home/ann/.local/state/feedauth"));
        }
        assertThat(first(Map.of(), false)).isEqualTo(Path.of("/home/ann/.local/state/feedauth"));
    }

    @Test
    void on_windows_state_is_local_application_data() {
        assertThat(first(Map.of("LOCALAPPDATA", "/data", "XDG_STATE_HOME", "/x"), true))
                .isEqualTo(Path.of("/data/feedauth"));
        assertThat(first(Map.of(), true)).isEqualTo(Path.of("/home/ann/AppData/Local/feedauth"));
    }

    @Test
    void the_last_resort_is_a_folder_of_this_user_among_the_temporary_files() {
        assertThat(StateFolder.of(Map.of(), false, HOME).candidates())
                .last()
                .asString()
                .startsWith(System.getProperty("java.io.tmpdir"))
                .contains("feedauth-");
    }

    @Test
    void the_folder_and_its_parents_are_created_for_their_owner_only() throws IOException {
        Path folder = StateFolder.at(machine.resolve("a/b/feedauth")).ensure();

        assertThat(folder).isEqualTo(machine.toRealPath().resolve("a/b/feedauth"));
        for (String each : List.of("a", "a/b", "a/b/feedauth")) {
            assertThat(ConfigFilesTest.mode(machine.resolve(each))).isEqualTo("rwx------");
        }
    }

    @Test
    void a_folder_that_others_could_look_into_is_narrowed() throws IOException {
        Path folder = Files.createDirectory(machine.resolve("feedauth"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        StateFolder.at(folder).ensure();

        assertThat(ConfigFilesTest.mode(folder)).isEqualTo("rwx------");
    }

    @Test
    void where_the_first_can_not_be_created_the_next_is_taken() throws IOException {
        Path file = Files.createFile(machine.resolve("file"));
        Path next = machine.resolve("next");

        assertThat(new StateFolder(List.of(file.resolve("feedauth"), next)).ensure())
                .isEqualTo(machine.toRealPath().resolve("next"));
    }

    @Test
    void a_link_or_a_file_in_its_place_is_refused_with_all_that_was_tried() throws IOException {
        Path target = Files.createDirectory(machine.resolve("target"));
        Path link = Files.createSymbolicLink(machine.resolve("link"), target);
        Path file = Files.createFile(machine.resolve("file"));

        assertThatThrownBy(() -> new StateFolder(List.of(link, file)).ensure())
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("no private folder")
                .hasMessageContaining(link.toString())
                .hasMessageContaining(file.toString());
    }

    @Test
    void whoever_only_looks_makes_nothing_and_finds_what_was_made() throws IOException {
        StateFolder folders = new StateFolder(List.of(machine.resolve("a/feedauth"), machine.resolve("next")));
        assertThat(folders.find()).isEmpty();
        assertThat(machine).isEmptyDirectory();

        Path made = folders.ensure();
        assertThat(folders.find()).contains(made);

        Files.delete(made);
        Files.createSymbolicLink(made, machine);
        assertThat(folders.find()).isEmpty();
    }

    private static Path first(Map<String, String> environment, boolean windows) {
        return StateFolder.of(environment, windows, HOME).candidates().get(0);
    }
}
