package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies, step by step, in the middle of its work. */
@Timeout(600)
class KillTest {
    private static final String OLD = "old\n".repeat(1000);
    private static final String NEW = "new\n".repeat(1000);

    @TempDir
    Path machine;

    @Test
    void killed_at_any_step_the_file_is_old_or_new_and_the_next_run_cleans_up() throws Exception {
        Path home = Files.createDirectory(machine.toRealPath().resolve("home"));
        Path file = home.resolve(".npmrc");
        Path state = machine.resolve("state");
        int halted = 0;
        int torn = 0;
        int replaced = 0;
        int exit = Child.HALTED;
        while (exit == Child.HALTED) {
            Files.writeString(file, OLD);
            Files.setPosixFilePermissions(file, Modes.OWNER_ONLY);
            exit = Child.start("halt", file.toString(), state.toString(), NEW, "" + halted)
                    .waitFor();
            assertThat(exit).isIn(Child.HALTED, 0);
            assertThat(Files.readString(file)).isIn(OLD, NEW);
            replaced += Files.readString(file).equals(NEW) ? 1 : 0;
            torn += ConfigFilesTest.namesIn(home).size() - 1;

            next(file, state, "next" + halted);
            assertThat(file).hasContent("next" + halted);
            assertThat(ConfigFilesTest.namesIn(home)).containsExactly(".npmrc");
            halted++;
        }

        assertThat(halted).isGreaterThan(25);
        assertThat(torn).as("kills that left a temporary file").isGreaterThan(3);
        assertThat(replaced).as("kills after the move").isGreaterThan(1);
    }

    private static void next(Path file, Path state, String text) {
        ConfigFile user = ConfigFile.user(file);
        List<Outcome> outcomes = new ConfigFiles(StateFolder.at(state), Duration.ofSeconds(1))
                .update(List.of(user), transaction -> transaction.stage(user, text.getBytes(UTF_8)));
        assertThat(outcomes).extracting(Outcome::change).containsExactly(Change.REPLACED);
    }
}
