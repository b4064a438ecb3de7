package io.github.feedauth.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A change of two files that ends, or meets an error, at each of its system calls in turn. Needs Linux and {@code strace}, and
 * takes long, so it runs only when it is asked for: {@code mvn test -Dtest=SystemCallProof}; with
 * {@code -Dfeedauth.calls=changing} for those calls only that change something.
 */
class SystemCallProof {
    private static final boolean ALL =
            System.getProperty("feedauth.calls", "all").equals("all");
    private static final int SIGKILL = 128 + 9;
    private static final List<String> ERRORS = List.of("ENOSPC", "EDQUOT", "EIO", "EACCES", "EROFS");

    @TempDir
    Path machine;

    Path log;
    int round;

    @BeforeEach
    void a_log() throws IOException {
        machine = machine.toRealPath();
        log = machine.resolve("log");
    }

    @Test
    void killed_at_any_system_call_both_files_are_old_or_new_and_the_next_run_cleans_up() throws Exception {
        Map<String, Integer> kills = new TreeMap<>();
        int torn = 0;
        int oldUser = 0;
        int newUser = 0;
        int newBoth = 0;
        List<SystemCall> calls = calls();
        for (SystemCall call : calls) {
            TwoFiles files = TwoFiles.in(machine.resolve(next()));
            try (TracedChild child = TracedChild.start(machine.resolve(next()))) {
                Optional<String> answer = child.change(
                        files,
                        log,
                        SystemCall.TRACED,
                        "inject=" + call.name() + ":signal=SIGKILL:when=" + call.number());
                assertThat(answer).as("answer of a killed process, " + call).isEmpty();
                assertThat(child.exitValue()).as(call.toString()).isEqualTo(SIGKILL);
            }
            assertKilledAt(call);
            kills.merge(call.name(), 1, Integer::sum);

            assertThat(files.userText()).as(call.toString()).isIn(TwoFiles.OLD_USER, TwoFiles.NEW_USER);
            assertThat(files.projectText()).as(call.toString()).isIn(TwoFiles.OLD_PROJECT, TwoFiles.NEW_PROJECT);
            boolean user = files.userText().equals(TwoFiles.NEW_USER);
            boolean project = files.projectText().equals(TwoFiles.NEW_PROJECT);
            assertThat(user || !project)
                    .as("credentials before what asks for them, " + call)
                    .isTrue();
            oldUser += user ? 0 : 1;
            newUser += user && !project ? 1 : 0;
            newBoth += project ? 1 : 0;
            torn += files.temporaries().isEmpty() ? 0 : 1;
            theNextRunSucceeds(files, call.toString());
        }
        System.out.printf(
                "Killed at %d system calls %s: both files old %d times, the first new %d times, both new %d times, "
                        + "none other; %d kills left a temporary file, and the next run none%n",
                calls.size(), kills, oldUser, newUser, newBoth, torn);
        assertThat(torn).as("kills that left a temporary file").isGreaterThan(3);
        assertThat(Set.of(oldUser, newUser, newBoth)).doesNotContain(0);
    }

    @Test
    void whatever_error_any_system_call_gives_the_files_are_old_or_new_and_there_is_one_clear_message()
            throws Exception {
        int done = 0;
        int refused = 0;
        List<SystemCall> calls = new ArrayList<>(calls());
        calls.removeIf(call -> call.releases() || call.line().contains(SystemCall.END));
        try (TracedChild child = TracedChild.start(machine.resolve(next()))) {
            for (String error : ERRORS) {
                for (SystemCall call : calls) {
                    String situation = error + " at " + call;
                    TwoFiles files = TwoFiles.in(machine.resolve(next()));
                    String answer = child.change(
                                    files,
                                    log,
                                    SystemCall.TRACED,
                                    "inject=" + call.name() + ":error=" + error + ":when=" + call.number())
                            .orElseThrow(() -> new AssertionError("It died of " + situation));
                    if (answer.startsWith(Child.DONE)) {
                        done++;
                        assertThat(files.userText()).as(situation).isEqualTo(TwoFiles.NEW_USER);
                        assertThat(files.projectText()).as(situation).isEqualTo(TwoFiles.NEW_PROJECT);
                    } else {
                        refused++;
                        assertThat(answer).as(situation).startsWith(Child.REFUSED);
                        assertThat(answer).as(situation).contains(files.folder().toString());
                        assertThat(files.userText()).as(situation).isIn(TwoFiles.OLD_USER, TwoFiles.NEW_USER);
                        assertThat(files.projectText()).as(situation).isEqualTo(TwoFiles.OLD_PROJECT);
                    }
                    assertThat(files.temporaries()).as(situation).isEmpty();
                    theNextRunSucceeds(files, situation);
                }
            }
        }
        System.out.printf(
                "%d system calls failed with each of %s: %d changes refused with the files as they were, %d made nevertheless%n",
                calls.size(), ERRORS, refused, done);
        assertThat(refused).isPositive();
    }

    /** The system calls of a change that nothing disturbs. */
    private List<SystemCall> calls() throws Exception {
        try (TracedChild child = TracedChild.start(machine.resolve(next()))) {
            assertThat(child.change(TwoFiles.in(machine.resolve(next())), log, SystemCall.TRACED))
                    .hasValue("done: [REPLACED, REPLACED]");
        }
        List<SystemCall> calls = SystemCall.ofTheChange(log);
        assertThat(calls).extracting(SystemCall::name).contains("mkdir", "fsync", "renameat", "write", "fcntl");
        if (ALL) {
            return calls;
        }
        SystemCall last = calls.get(calls.size() - 1);
        return calls.stream()
                .filter(call -> call.changes() || call.equals(last))
                .toList();
    }

    private void assertKilledAt(SystemCall call) throws IOException {
        List<SystemCall> made = SystemCall.all(log);
        SystemCall last = made.get(made.size() - 1);
        assertThat(last.name() + " " + last.number()).isEqualTo(call.name() + " " + call.number());
    }

    private static void theNextRunSucceeds(TwoFiles files, String situation) throws IOException {
        assertThat(files.change(new LocalDisk())).as(situation).hasSize(2);
        assertThat(files.userText()).as(situation).isEqualTo(TwoFiles.NEW_USER);
        assertThat(files.projectText()).as(situation).isEqualTo(TwoFiles.NEW_PROJECT);
        assertThat(files.temporaries()).as(situation).isEmpty();
    }

    private String next() {
        return "%05d".formatted(round++);
    }
}
