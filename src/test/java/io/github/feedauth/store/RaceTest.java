package io.github.feedauth.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many edits at once: none is lost, and nobody ever reads half a file. The sizes grow by system properties. */
@Timeout(1800)
class RaceTest {
    private static final int PROCESSES = Integer.getInteger("feedauth.race.processes", 4);
    private static final int THREADS = Integer.getInteger("feedauth.race.threads", 8);
    private static final int EDITS = Integer.getInteger("feedauth.race.edits", 25);

    @TempDir
    Path machine;

    @Test
    void threads_of_one_process_lose_no_edit() throws Exception {
        Path file = machine.toRealPath().resolve(".npmrc");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String name = "thread" + i;
                all.add(threads.submit(() -> Child.count(file, machine.resolve("state"), name, EDITS)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(Ledger.lines(Files.readAllBytes(file)))
                .containsExactlyInAnyOrderElementsOf(names("thread", THREADS));
        assertThat(ConfigFilesTest.namesIn(machine)).containsExactly(".npmrc", "state");
    }

    @Test
    void processes_lose_no_edit_and_a_reader_never_sees_a_torn_file() throws Exception {
        Path file = machine.toRealPath().resolve(".npmrc");
        Path state = machine.resolve("state");
        ConfigFile user = ConfigFile.user(file);
        ConfigFiles files = new ConfigFiles(StateFolder.at(state), Duration.ofSeconds(1));
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(Child.start("count", file.toString(), state.toString(), "process" + i, "" + EDITS));
        }

        int seen = 0;
        int readings = 0;
        while (processes.stream().anyMatch(Process::isAlive)) {
            int lines = Ledger.lines(files.read(user).orElse(new byte[0])).size();
            assertThat(lines).isGreaterThanOrEqualTo(seen);
            seen = lines;
            readings++;
        }

        assertThat(processes)
                .allSatisfy(process -> assertThat(process.exitValue()).isZero());
        assertThat(readings).isPositive();
        assertThat(Ledger.lines(Files.readAllBytes(file)))
                .containsExactlyInAnyOrderElementsOf(names("process", PROCESSES));
        assertThat(ConfigFilesTest.namesIn(machine)).containsExactly(".npmrc", "state");
    }

    private static List<String> names(String kind, int many) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            for (int edit = 0; edit < EDITS; edit++) {
                names.add(kind + i + "-" + edit);
            }
        }
        return names;
    }
}
