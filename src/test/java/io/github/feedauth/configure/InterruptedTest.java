package io.github.feedauth.configure;

import static io.github.feedauth.configure.Machine.CREDENTIALS;
import static io.github.feedauth.configure.Machine.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code configure} and {@code clean}, killed or refused at each of their steps: whatever credential is in a file is on record, and a
 * later {@code clean} gives back the bytes from before.
 */
@Timeout(120)
class InterruptedTest {
    private static final String JWT = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzZW50aW5lbCJ9.c2lnbmF0dXJl";
    private static final String OTHER = "https://pkgs.dev.azure.com/contoso/_packaging/Other/npm/registry/";
    private static final String USERS = "fund=false\n";
    private static final String ANOTHERS = "audit=false\n";
    private static final String TEAMS = "registry=https://registry.example.com/\n";
    private static final Set<String> CHANGING =
            Set.of("createFolder", "create", "write", "write the rest", "force", "replace", "delete");

    @TempDir
    Path temp;

    int machines;

    /** Where npm's user file is: by its path after the record, or before it. */
    enum Place {
        HOME {
            @Override
            Path userFile(Machine machine) {
                return machine.userFile();
            }
        },
        AGENT {
            @Override
            Path userFile(Machine machine) throws IOException {
                Path folder = Files.createDirectory(machine.root.resolve("agent"));
                machine.environment.put(
                        "NPM_CONFIG_USERCONFIG", folder.resolve(".npmrc").toString());
                return folder.resolve(".npmrc");
            }
        };

        abstract Path userFile(Machine machine) throws IOException;
    }

    /** No exception: nobody tidies up after it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource
    void configure_that_is_killed_has_on_record_what_it_may_have_written(Place place) throws IOException {
        killedAtEachStep(place, machine -> {}, Machine::configure);
    }

    @ParameterizedTest
    @EnumSource
    void configure_that_is_killed_while_it_replaces_a_credential_has_both_on_record(Place place) throws IOException {
        killedAtEachStep(
                place,
                machine -> {
                    machine.configure();
                    machine.environment.put("FEEDAUTH_PAT", JWT);
                },
                Machine::configure);
    }

    @ParameterizedTest
    @EnumSource
    void configure_that_is_killed_while_the_feed_changes_still_knows_what_the_team_had(Place place) throws IOException {
        killedAtEachStep(place, InterruptedTest::changedFeed, Machine::configure);
    }

    @ParameterizedTest
    @EnumSource
    void configure_after_one_that_was_killed_while_the_feed_changed_still_knows_what_the_team_had(Place place)
            throws IOException {
        killedAtEachStep(place, InterruptedTest::changedFeed, Machine::configure, Machine::configure);
    }

    @ParameterizedTest
    @EnumSource
    void the_former_feed_after_a_change_that_was_killed_still_leaves_what_the_team_had(Place place) throws IOException {
        killedAtEachStep(
                place,
                InterruptedTest::changedFeed,
                Machine::configure,
                machine -> machine.feeds(Machine.feed(REGISTRY)).configure());
    }

    /** With the feed before it in the files. */
    private static void changedFeed(Machine machine) {
        machine.configure();
        machine.feeds(Machine.feed(OTHER)).nextBuild();
    }

    @ParameterizedTest
    @EnumSource
    void a_change_of_the_feed_that_is_refused_still_knows_what_the_team_had(Place place) throws IOException {
        for (int file = 0; file < 3; file++) {
            Machine machine = machine();
            Path userFile = place.userFile(machine);
            Map<String, String> all = written(machine, userFile);
            changedFeed(machine);

            assertThatThrownBy(refusedAt(file, machine)::configure).isInstanceOf(FeedAuthFailure.class);
            cleanGivesBack(machine, all, "refused at " + file);
        }
    }

    /** What is added between the last look at a file and the move onto it goes with the file: nobody can tell. The team's line stays. */
    @ParameterizedTest
    @EnumSource
    void a_change_of_the_feed_that_meets_another_writer_still_knows_what_the_team_had(Place place) throws IOException {
        for (boolean ofProject : new boolean[] {true, false}) {
            String met = "first";
            int lost = 0;
            int step = 0;
            while (!met.isEmpty()) {
                Machine machine = machine();
                Path userFile = place.userFile(machine);
                written(machine, userFile);
                changedFeed(machine);
                Path file = ofProject ? machine.projectFile() : userFile;

                met = meetsAnother(machine, file, step);
                machine.watchedBy(name -> {}).nextBuild().clean();

                boolean kept = Files.readString(file).endsWith(ANOTHERS);
                lost += !met.isEmpty() && !kept ? 1 : 0;
                assertThat(kept || met.isEmpty() || met.equals("replace"))
                        .as("step %d", step)
                        .isTrue();
                assertThat(file)
                        .as("met at step %d", step)
                        .content()
                        .isEqualTo((ofProject ? TEAMS : USERS) + (kept ? ANOTHERS : ""));
                assertThat(ofProject ? userFile : machine.projectFile())
                        .as("met at step %d", step)
                        .content()
                        .isEqualTo(ofProject ? USERS : TEAMS);
                assertThat(machine.receipts().path()).as("met at step %d", step).doesNotExist();
                step++;
            }
            assertThat(step).isGreaterThan(10);
            assertThat(lost).isLessThanOrEqualTo(1);
        }
    }

    /**
     * Somebody who takes no lock adds a line to the file.
     *
     * @return before which step; empty where there are fewer
     */
    private static String meetsAnother(Machine machine, Path file, int at) {
        int[] step = {0};
        String[] met = {""};
        machine.watchedBy(name -> {
                    if (CHANGING.contains(name) && step[0]++ == at) {
                        Files.writeString(file, ANOTHERS, StandardOpenOption.APPEND);
                        met[0] = name;
                    }
                })
                .configure();
        return met[0];
    }

    @ParameterizedTest
    @EnumSource
    void clean_that_is_killed_still_has_on_record_what_it_has_not_taken_back(Place place) throws IOException {
        killedAtEachStep(place, Machine::configure, Machine::clean);
    }

    private void killedAtEachStep(Place place, Consumer<Machine> before, Consumer<Machine> killed) throws IOException {
        killedAtEachStep(place, before, killed, machine -> {});
    }

    private void killedAtEachStep(
            Place place, Consumer<Machine> before, Consumer<Machine> killed, Consumer<Machine> next)
            throws IOException {
        boolean survived = false;
        int step = 0;
        while (!survived) {
            Machine machine = machine();
            Path userFile = place.userFile(machine);
            Map<String, String> all = written(machine, userFile);
            before.accept(machine);

            survived = survives(machine.nextBuild(), step, killed);
            next.accept(machine.watchedBy(name -> {}).nextBuild());
            cleanGivesBack(machine, all, "killed at step " + step);
            step++;
        }
        assertThat(step).isGreaterThan(10);
    }

    private static boolean survives(Machine machine, int last, Consumer<Machine> killed) {
        int[] step = {0};
        machine.watchedBy(name -> {
            if (step[0] > last || (CHANGING.contains(name) && step[0]++ == last)) {
                throw new Killed();
            }
        });
        try {
            killed.accept(machine);
            return true;
        } catch (Killed e) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void configure_has_on_record_no_file_that_it_could_not_replace(Place place) throws IOException {
        for (int file = 0; file < 3; file++) {
            Machine machine = machine();
            Path userFile = place.userFile(machine);
            Map<String, String> all = written(machine, userFile);

            assertThatThrownBy(refusedAt(file, machine)::configure).isInstanceOf(FeedAuthFailure.class);

            assertThat(userFile).hasContent(file == 2 ? CREDENTIALS + USERS : USERS);
            assertThat(machine.projectFile()).hasContent(TEAMS);
            if (file == 2) {
                assertThat(machine.receipts().path())
                        .content()
                        .contains("_password")
                        .doesNotContain("registry.example.com");
            } else {
                assertThat(machine.receipts().path()).doesNotExist();
            }
            cleanGivesBack(machine, all, "refused at " + file);
        }
    }

    /** Each file and the record after it, in that order. */
    @ParameterizedTest
    @EnumSource
    void clean_keeps_on_record_a_file_that_it_could_not_replace(Place place) throws IOException {
        for (int step = 0; step < 4; step++) {
            Machine machine = machine();
            Path userFile = place.userFile(machine);
            Map<String, String> all = written(machine, userFile);
            machine.configure();

            assertThatThrownBy(refusedAt(step, machine.nextBuild())::clean)
                    .isInstanceOf(FeedAuthFailure.class)
                    .hasMessageContaining("what is left is still on record");

            assertThat(userFile).hasContent(step == 0 ? CREDENTIALS + USERS : USERS);
            assertThat(machine.projectFile()).hasContent(step == 2 ? "registry=" + REGISTRY + "\n" : TEAMS);
            assertThat(machine.receipts().path()).exists();
            cleanGivesBack(machine, all, "refused at " + step);
        }
    }

    /** As where a file is a mount of its own: what is to take its place can be written, and can't be moved there. */
    private static Machine refusedAt(int file, Machine machine) {
        int[] step = {0};
        return machine.watchedBy(name -> {
            boolean last = name.equals("delete") && step[0] == 3;
            if ((name.equals("replace") || last) && step[0]++ == file) {
                throw new FileSystemException("x", "y", "Device or resource busy");
            }
        });
    }

    /** Every byte, and nothing stays on record. */
    private static void cleanGivesBack(Machine machine, Map<String, String> all, String when) throws IOException {
        machine.watchedBy(name -> {}).nextBuild().clean();
        assertThat(machine.everything()).as(when).isEqualTo(all);
        assertThat(machine.receipts().path()).as(when).doesNotExist();
    }

    private Machine machine() throws IOException {
        return new Machine(Files.createDirectory(temp.resolve("machine" + machines++)));
    }

    private static Map<String, String> written(Machine machine, Path userFile) throws IOException {
        Files.writeString(userFile, USERS);
        Files.writeString(machine.projectFile(), TEAMS);
        return machine.everything();
    }
}
