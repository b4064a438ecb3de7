package io.github.feedauth.configure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One file that is not as it has to be, and neither is written: a half-configured npm would fail in a way nobody expects. */
@Timeout(60)
class NothingIsWrittenTest {
    @TempDir
    Path temp;

    Machine machine;

    @BeforeEach
    void a_machine_with_both_files() throws IOException {
        machine = new Machine(temp);
        Files.writeString(machine.userFile(), "init-author-name=me\n");
        Files.writeString(machine.projectFile(), "engine-strict=true\n");
    }

    @ParameterizedTest(name = "the user''s file: {0}")
    @CsvSource({"true", "false"})
    void a_UTF_16_file(boolean user) throws IOException {
        Files.write(file(user), "\ufeffsave-exact=true\r\n".getBytes(UTF_16LE));
        refused(user, "UTF-16");
    }

    @ParameterizedTest(name = "the user''s file: {0}")
    @CsvSource({"true", "false"})
    void a_file_that_is_not_UTF_8(boolean user) throws IOException {
        Files.write(file(user), "init-author-name=J\u00f6rg\n".getBytes(ISO_8859_1));
        refused(user, "not valid UTF-8");
    }

    @ParameterizedTest(name = "the user''s file: {0}")
    @CsvSource({"true", "false"})
    void a_folder_in_the_files_place(boolean user) throws IOException {
        Files.delete(file(user));
        Files.createDirectory(file(user));
        refused(user, "A folder is in the file's place");
    }

    @ParameterizedTest(name = "the user''s file: {0}")
    @CsvSource({"true", "false"})
    void an_unreadable_file(boolean user) throws IOException {
        Files.setPosixFilePermissions(file(user), PosixFilePermissions.fromString("-w-------"));
        try {
            assertThatThrownBy(machine::configure)
                    .isInstanceOf(FeedAuthFailure.class)
                    .hasMessageContaining(file(user).toString());
        } finally {
            Files.setPosixFilePermissions(file(user), PosixFilePermissions.fromString("rw-------"));
        }
        unchanged();
    }

    @ParameterizedTest(name = "the user''s file: {0}")
    @CsvSource({"true", "false"})
    void a_read_only_file(boolean user) throws IOException {
        Files.setPosixFilePermissions(file(user), PosixFilePermissions.fromString("r--------"));
        refused(user, "read-only");
    }

    @Test
    void a_broken_project_file_that_nothing_needs_to_look_into_before_the_files_are_written() throws IOException {
        machine.environment.put("NPM_CONFIG_USERCONFIG", machine.userFile().toString());
        Files.write(machine.projectFile(), "\ufeffsave-exact=true\r\n".getBytes(UTF_16LE));
        refused(false, "UTF-16");
    }

    @Test
    void a_project_file_that_links_out_of_the_project() throws IOException {
        Path outside = Files.writeString(machine.root.resolve("outside"), "a=1\n");
        Files.delete(machine.projectFile());
        Files.createSymbolicLink(machine.projectFile(), outside);
        refused(false, "leads out of the project");
    }

    @Test
    void a_project_file_that_links_to_the_user_file() throws IOException {
        Files.delete(machine.projectFile());
        Path link = Files.createSymbolicLink(machine.project.resolve("link"), machine.userFile());
        Files.createSymbolicLink(machine.projectFile(), link);
        refused(false, "leads out of the project");
    }

    @Test
    void a_user_file_that_links_to_the_project_file() throws IOException {
        Files.delete(machine.userFile());
        Files.createSymbolicLink(machine.userFile(), machine.projectFile());
        Map<String, String> before = machine.everything();
        assertThatThrownBy(machine::configure)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("one and the same");
        assertThat(machine.everything()).isEqualTo(before);
    }

    @ParameterizedTest(name = "the user''s file: {0}")
    @CsvSource({"true", "false"})
    void a_dry_run_tells_of_it_too(boolean user) throws IOException {
        Files.delete(file(user));
        Files.createDirectory(file(user));
        machine.dryRun();
        refused(user, "A folder is in the file's place");
    }

    private Path file(boolean user) {
        return user ? machine.userFile() : machine.projectFile();
    }

    private void refused(boolean user, String why) throws IOException {
        Map<String, String> before = machine.everything();
        assertThatThrownBy(machine::configure)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining(why)
                .hasMessageContaining(file(user).toString())
                .hasMessageNotContaining(Machine.PAT);
        assertThat(machine.everything()).isEqualTo(before);
    }

    private void unchanged() throws IOException {
        assertThat(machine.userFile()).hasContent("init-author-name=me\n");
        assertThat(machine.projectFile()).hasContent("engine-strict=true\n");
        assertThat(machine.everything()).containsOnlyKeys("", "home", "home/.npmrc", "project", "project/.npmrc");
    }
}
