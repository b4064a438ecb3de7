package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with write access to a shared workspace puts links in place while the file is written. */
@Timeout(120)
class SwapTest {
    private static final int ROUNDS = Integer.getInteger("feedauth.swap.rounds", 150);

    @TempDir
    Path machine;

    int round;
    Path project;
    Path web;
    Path elsewhere;
    Path victim;
    FileTime untouched;
    ConfigFile npmrc;

    @BeforeEach
    void a_project_and_a_victim() throws IOException {
        Path folder = Files.createDirectory(machine.toRealPath().resolve("round" + round++));
        project = Files.createDirectory(folder.resolve("project"));
        web = Files.createDirectory(project.resolve("web"));
        elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        victim = Files.writeString(elsewhere.resolve(".npmrc"), "precious");
        untouched = Files.getLastModifiedTime(elsewhere);
        npmrc = ConfigFile.project(web.resolve(".npmrc"), project);
        Files.writeString(npmrc.path(), "old");
    }

    @Test
    void a_folder_swapped_for_a_link_at_any_step_leads_nowhere() throws IOException {
        atEveryStep(() -> {
            Files.move(web, project.resolve("moved"));
            Files.createSymbolicLink(web, elsewhere);
        });
    }

    @Test
    void a_folder_swapped_for_a_moment_at_any_step_leads_nowhere() throws IOException {
        int steps = stepsOfTheChange();
        for (int n = 0; n < steps - 1; n++) {
            a_project_and_a_victim();
            int swapped = n;
            int[] step = {0};
            change(name -> {
                if (step[0] == swapped) {
                    Files.move(web, project.resolve("moved"));
                    Files.createSymbolicLink(web, elsewhere);
                } else if (step[0] == swapped + 1) {
                    Files.delete(web);
                    Files.move(project.resolve("moved"), web);
                }
                step[0]++;
            });
            nothingHappenedElsewhere("step " + n);
        }
    }

    @Test
    void a_file_swapped_for_a_link_at_any_step_is_not_followed() throws IOException {
        atEveryStep(() -> {
            Files.delete(npmrc.path());
            Files.createSymbolicLink(npmrc.path(), victim);
        });
    }

    @Test
    void a_temporary_file_swapped_for_a_link_does_not_let_others_be_written() throws IOException {
        atEveryStep(() -> {
            for (String name : ConfigFilesTest.namesIn(web)) {
                if (name.endsWith(".feedauth.tmp")) {
                    Files.delete(web.resolve(name));
                    Files.createSymbolicLink(web.resolve(name), victim);
                }
            }
        });
    }

    @Test
    void a_storm_of_swaps_reaches_nothing_outside() throws Exception {
        long seed = 20261124L;
        Random random = new Random(seed);
        AtomicBoolean over = new AtomicBoolean();
        Thread attacker = new Thread(() -> storm(over));
        attacker.start();
        try {
            for (int i = 0; i < ROUNDS; i++) {
                byte[] content = ("ours " + random.nextInt()).getBytes(UTF_8);
                Throwable thrown = catchThrowable(() ->
                        files(name -> {}).update(List.of(npmrc), transaction -> transaction.stage(npmrc, content)));
                assertThat(thrown)
                        .as("seed " + seed)
                        .satisfiesAnyOf(
                                none -> assertThat(none).isNull(),
                                failure -> assertThat(failure).isInstanceOf(FeedAuthFailure.class));
            }
        } finally {
            over.set(true);
            attacker.join();
        }
        nothingHappenedElsewhere("seed " + seed);
    }

    private void storm(AtomicBoolean over) {
        try {
            Path link = Files.createSymbolicLink(project.resolve("link"), elsewhere);
            Path moved = project.resolve("moved");
            while (!over.get()) {
                Files.move(web, moved, StandardCopyOption.ATOMIC_MOVE);
                Files.move(link, web, StandardCopyOption.ATOMIC_MOVE);
                Thread.onSpinWait();
                Files.move(web, link, StandardCopyOption.ATOMIC_MOVE);
                Files.move(moved, web, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void atEveryStep(Swap swap) throws IOException {
        int steps = stepsOfTheChange();
        assertThat(steps).isGreaterThan(25);
        for (int n = 0; n < steps; n++) {
            a_project_and_a_victim();
            int swapped = n;
            int[] step = {0};
            change(name -> {
                if (step[0]++ == swapped) {
                    swap.make();
                }
            });
            nothingHappenedElsewhere("step " + n);
        }
    }

    private int stepsOfTheChange() throws IOException {
        int[] steps = {0};
        change(name -> steps[0]++);
        assertThat(npmrc.path()).hasContent("new");
        return steps[0];
    }

    private void change(SteppedDisk.Watcher watcher) {
        Throwable thrown = catchThrowable(() ->
                files(watcher).update(List.of(npmrc), transaction -> transaction.stage(npmrc, "new".getBytes(UTF_8))));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(FeedAuthFailure.class);
        }
    }

    private void nothingHappenedElsewhere(String when) throws IOException {
        assertThat(victim).as(when).hasContent("precious");
        assertThat(ConfigFilesTest.namesIn(elsewhere)).as(when).containsExactly(".npmrc");
        assertThat(Files.getLastModifiedTime(elsewhere))
                .as("not even a temporary file was there, " + when)
                .isEqualTo(untouched);
    }

    private ConfigFiles files(SteppedDisk.Watcher watcher) {
        return new ConfigFiles(
                SteppedDisk.watchedBy(watcher), StateFolder.at(machine.resolve("state")), Duration.ofSeconds(5));
    }

    private interface Swap {
        void make() throws IOException;
    }
}
