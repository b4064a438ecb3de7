package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EphemeralFilesTest {
    @TempDir
    Path machine;

    @Test
    void the_same_content_gives_the_same_file_and_other_content_another() {
        try (EphemeralFiles files = files()) {
            EphemeralFiles.Lent first = files.write("one".getBytes(UTF_8), "npmrc");
            assertThat(first.fresh()).isTrue();
            assertThat(files.write("one".getBytes(UTF_8), "npmrc"))
                    .isEqualTo(new EphemeralFiles.Lent(first.path(), false));
            EphemeralFiles.Lent second = files.write("two".getBytes(UTF_8), "npmrc");
            assertThat(second.path()).hasContent("two").hasParent(first.path().getParent());
            assertThat(first.path()).hasContent("one");
        }
        assertThat(builds()).isEmptyDirectory();
    }

    @Test
    void after_the_end_nothing_is_written_any_more_and_a_new_build_of_the_same_process_starts_afresh() {
        EphemeralFiles files = files();
        Path first = files.write("one".getBytes(UTF_8), "npmrc").path();
        files.close();
        files.close();
        assertThatThrownBy(() -> files.write("sentinel".getBytes(UTF_8), "npmrc"))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("The build has ended")
                .hasMessageNotContaining("sentinel");
        assertThat(builds()).isEmptyDirectory();

        try (EphemeralFiles next = files()) {
            Path second = next.write("one".getBytes(UTF_8), "npmrc").path();
            assertThat(second).isNotEqualTo(first).exists();
            assertThat(first).doesNotExist();
        }
        assertThat(builds()).isEmptyDirectory();
    }

    @Test
    void two_builds_at_once_leave_each_others_files_alone() throws Exception {
        try (EphemeralFiles one = files();
                EphemeralFiles other = files()) {
            Path first = one.write("one".getBytes(UTF_8), "npmrc").path();
            Path second = other.write("other".getBytes(UTF_8), "npmrc").path();
            Process third = Child.piped("lend", "-", machine.toString());
            Path theirs = lentBy(third);
            assertThat(first).exists();
            assertThat(second).exists();
            assertThat(theirs).exists();

            end(third);
            assertThat(theirs).doesNotExist();
            assertThat(first).exists();
        }
        assertThat(builds()).isEmptyDirectory();
    }

    @Test
    void a_process_that_ends_without_closing_takes_its_files_along() throws Exception {
        Process build = Child.piped("lend", "-", machine.toString());
        Path lent = lentBy(build);
        assertThat(lent).hasContent("lent");
        build.destroy();
        build.waitFor();
        assertThat(lent).doesNotExist();
        assertThat(builds()).isEmptyDirectory();
    }

    @Test
    void what_a_killed_process_left_is_swept_by_the_next() throws Exception {
        Process build = Child.piped("lend", "-", machine.toString());
        Path lent = lentBy(build);
        build.destroyForcibly().waitFor();
        assertThat(lent).exists();

        try (EphemeralFiles files = files()) {
            files.write("next".getBytes(UTF_8), "npmrc");
            assertThat(lent.getParent()).doesNotExist();
        }
        assertThat(builds()).isEmptyDirectory();
    }

    @Test
    void where_there_is_no_room_the_message_says_where() throws IOException {
        Files.createDirectories(machine.resolve("state"));
        Files.writeString(builds(), "in the way");
        try (EphemeralFiles files = files()) {
            assertThatThrownBy(() -> files.write("sentinel".getBytes(UTF_8), "npmrc"))
                    .isInstanceOf(FeedAuthFailure.class)
                    .hasMessageContaining("lends npm the credentials can't be written")
                    .hasMessageContaining("XDG_STATE_HOME")
                    .hasMessageNotContaining("sentinel");
        }
    }

    private EphemeralFiles files() {
        return new EphemeralFiles(StateFolder.at(machine.resolve("state")));
    }

    private Path builds() {
        return machine.resolve("state/builds");
    }

    private static Path lentBy(Process build) throws IOException {
        BufferedReader reader = build.inputReader(UTF_8);
        return Path.of(reader.readLine());
    }

    /** Its input ends, and with it the process. */
    private static void end(Process build) throws Exception {
        build.getOutputStream().close();
        build.waitFor();
    }
}
