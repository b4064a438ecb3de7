package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real file system without room. Mounts one of 64 KiB, so it needs root, and fails where it may not mount; therefore it runs only
 * when it is asked for: {@code mvn test -Dtest=FullDiskProof}.
 */
class FullDiskProof {
    @TempDir
    Path machine;

    Path small;
    ConfigFile user;

    @BeforeEach
    void a_small_file_system() throws Exception {
        small = Files.createDirectory(machine.toRealPath().resolve("small"));
        run("mount", "-t", "tmpfs", "-o", "size=64k,nr_inodes=8,mode=755", "feedauth", small.toString());
        user = ConfigFile.user(small.resolve(".npmrc"));
        Files.writeString(user.path(), "old\n");
    }

    @AfterEach
    void unmounted() throws Exception {
        run("umount", small.toString());
    }

    @Test
    void a_file_that_does_not_fit_beside_the_old_one_leaves_the_old_one() throws IOException {
        refused(small.resolve("../state"), "x".repeat(100_000));
    }

    @Test
    void a_file_system_without_a_free_entry_leaves_the_old_file() throws IOException {
        while (catchThrowable(() -> Files.createTempFile(small, "fill", "")) == null) {
            assertThat(ConfigFilesTest.namesIn(small)).hasSizeLessThan(9);
        }

        refused(small.resolve("../state"), "new");
    }

    @Test
    void a_lock_folder_without_room_is_named() throws IOException {
        while (catchThrowable(() -> Files.createTempFile(small, "fill", "")) == null) {
            assertThat(ConfigFilesTest.namesIn(small)).hasSizeLessThan(9);
        }

        assertThat(refused(small.resolve("state"), "new")).hasMessageContaining("XDG_STATE_HOME");
    }

    @Test
    void a_file_system_that_turns_read_only_is_named() throws Exception {
        run("mount", "-o", "remount,ro", small.toString());
        try {
            assertThat(refused(small.resolve("../state"), "new"))
                    .hasMessageContaining(user.path().toString());
        } finally {
            run("mount", "-o", "remount,rw", small.toString());
        }
    }

    private Throwable refused(Path state, String text) throws IOException {
        ConfigFiles files = new ConfigFiles(StateFolder.at(state.normalize()), Duration.ofSeconds(5));

        Throwable thrown = catchThrowable(
                () -> files.update(List.of(user), transaction -> transaction.stage(user, text.getBytes(UTF_8))));

        assertThat(thrown).isInstanceOf(FeedAuthFailure.class);
        assertThat(user.path()).hasContent("old\n");
        assertThat(ConfigFilesTest.namesIn(small)).noneMatch(name -> name.endsWith(".feedauth.tmp"));
        return thrown;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                .as(String.join(" ", command))
                .isZero();
    }
}
