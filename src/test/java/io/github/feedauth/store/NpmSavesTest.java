package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.oracle.InstalledNpm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** npm itself, which takes no lock, saves the user file while we change it. */
@Timeout(60)
class NpmSavesTest {
    @TempDir
    Path machine;

    ConfigFile user;

    @BeforeEach
    void a_user_file() throws IOException {
        user = ConfigFile.user(machine.toRealPath().resolve(".npmrc"));
        Files.writeString(user.path(), "fund=false\n");
    }

    @Test
    void what_npm_saves_up_to_the_replacement_is_kept() throws IOException {
        ConfigFiles files = files(new LocalDisk());
        int[] edits = {0};

        List<Outcome> outcomes = files.update(List.of(user), transaction -> {
            byte[] before = transaction.read(user).orElseThrow();
            transaction.stage(user, (new String(before, UTF_8) + "ours=1\n").getBytes(UTF_8));
            if (edits[0]++ == 0) {
                npmSets("audit=false");
            }
        });

        assertThat(outcomes).extracting(Outcome::change).containsExactly(Change.REPLACED);
        assertThat(edits[0]).isEqualTo(2);
        assertThat(Files.readAllLines(user.path())).containsExactlyInAnyOrder("fund=false", "audit=false", "ours=1");
        assertThat(ConfigFilesTest.namesIn(machine)).noneMatch(name -> name.endsWith(".feedauth.tmp"));
    }

    /** The one gap, told of in README and SECURITY: no system has a move that compares first. */
    @Test
    void what_npm_saves_in_the_instant_of_the_replacement_is_lost_but_the_file_is_whole() throws IOException {
        ConfigFiles files = files(SteppedDisk.watchedBy(step -> {
            if (step.equals("replace")) {
                npmSets("audit=false");
            }
        }));

        files.update(List.of(user), transaction -> transaction.stage(user, "fund=false\nours=1\n".getBytes(UTF_8)));

        assertThat(user.path()).hasContent("fund=false\nours=1\n");
    }

    private ConfigFiles files(Disk disk) {
        return new ConfigFiles(disk, StateFolder.at(machine.resolve("state")), Duration.ofSeconds(5));
    }

    private void npmSets(String setting) {
        try {
            InstalledNpm.run(
                    machine,
                    Map.of("HOME", machine.toRealPath().toString()),
                    "config",
                    "set",
                    setting,
                    "--location=user");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
