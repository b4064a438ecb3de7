package io.github.feedauth.configure;

import static io.github.feedauth.configure.Machine.CREDENTIALS;
import static io.github.feedauth.configure.Machine.KEY;
import static io.github.feedauth.configure.Machine.REGISTRY;
import static io.github.feedauth.configure.Machine.feed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code clean} gives back the bytes from before. */
class CleanTest {
    private static final String OTHER = "https://pkgs.dev.azure.com/contoso/_packaging/Feed2/npm/registry/";

    @TempDir
    Path temp;

    Machine machine;

    @BeforeEach
    void a_machine() throws IOException {
        machine = new Machine(temp);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# a comment\n\n  fund = false\n",
                "\ufefffund=false\r\n; end\r\n",
                "no-newline=true",
                "//other.example.com/:_authToken=theirs\n[section]\nkey=value\n",
                "registry = https://registry.example.com/ \nalways-auth=true\n",
            })
    void the_files_are_what_they_were(String before) throws IOException {
        Files.write(machine.userFile(), before.getBytes(UTF_8));
        Files.write(machine.projectFile(), before.getBytes(UTF_8));
        Map<String, String> all = machine.everything();
        for (LegacyKeys keys : LegacyKeys.values()) {
            machine.legacyKeys(keys).nextBuild().configure();
            assertThat(machine.everything()).isNotEqualTo(all);

            machine.nextBuild().clean();
            assertThat(machine.everything()).as("%s", keys).isEqualTo(all);
            assertThat(machine.receipts().path()).doesNotExist();
        }
    }

    @Test
    void files_that_came_into_being_go() throws IOException {
        Map<String, String> before = machine.everything();
        machine.configure();
        List<Report.FileReport> reports = machine.nextBuild().clean();
        assertThat(machine.everything()).isEqualTo(before);
        assertThat(reports)
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.toString()).doesNotContain(Machine.PASSWORD));
    }

    @Test
    void a_file_that_came_into_being_but_was_added_to_keeps_what_was_added() throws IOException {
        machine.configure();
        Files.writeString(machine.userFile(), CREDENTIALS + "mine=1\n");
        machine.nextBuild().clean();
        assertThat(machine.userFile()).hasContent("mine=1\n");
    }

    @Test
    void it_works_after_the_feed_was_removed_from_the_POM_and_after_npm_saved_the_file() throws IOException {
        Files.writeString(machine.userFile(), "; mine\nfund=false\n");
        machine.feeds(feed(REGISTRY), feed(OTHER, "@shop")).configure();
        String saved = Files.readString(machine.userFile()).replace("; mine\n", "");
        Files.writeString(machine.userFile(), saved);

        machine.nextBuild().feeds(feed(REGISTRY)).clean();

        assertThat(machine.userFile()).hasContent("fund=false\n");
        assertThat(machine.projectFile()).doesNotExist();
    }

    @Test
    void what_another_feed_of_the_user_needs_stays_until_everything_is_cleaned() throws IOException {
        machine.configure();
        Machine neighbour = machine.nextBuild().ofAnotherModule("neighbour").feeds(feed(OTHER));
        neighbour.configure();
        neighbour.nextBuild().clean();
        assertThat(machine.userFile()).hasContent(CREDENTIALS);

        neighbour.configure();
        neighbour.nextBuild().clean(true);
        assertThat(machine.userFile()).doesNotExist();
        assertThat(machine.receipts().path()).doesNotExist();
    }

    @Test
    void the_feeds_of_the_POM_go_whichever_module_they_were_written_for() throws IOException {
        machine.configure();
        machine.nextBuild().ofAnotherModule("neighbour").clean();
        assertThat(machine.userFile()).doesNotExist();
        assertThat(machine.root.resolve("project/.npmrc")).exists();
    }

    @Test
    void a_line_that_configure_found_and_did_not_write_stays() throws IOException {
        Files.writeString(machine.userFile(), CREDENTIALS);
        Files.writeString(machine.projectFile(), "registry=" + REGISTRY + "\n");
        machine.configure();
        assertThat(machine.nextBuild().clean()).isEmpty();
        assertThat(machine.userFile()).hasContent(CREDENTIALS);
        assertThat(machine.projectFile()).hasContent("registry=" + REGISTRY + "\n");
    }

    @Test
    void a_registry_line_that_somebody_changed_since_stays() throws IOException {
        machine.configure();
        Files.writeString(machine.projectFile(), "registry=https://registry.example.com/\n");
        machine.nextBuild().clean();
        assertThat(machine.projectFile()).hasContent("registry=https://registry.example.com/\n");
    }

    @Test
    void the_registry_line_of_before_the_first_feed_comes_back_after_the_feed_changed() throws IOException {
        Files.writeString(machine.projectFile(), "registry=https://registry.example.com/\n");
        machine.configure();
        machine.nextBuild().feeds(feed(OTHER)).configure();
        machine.nextBuild().clean();
        assertThat(machine.projectFile()).hasContent("registry=https://registry.example.com/\n");
        assertThat(machine.userFile()).doesNotExist();
    }

    @Test
    void receipts_hold_no_secret_even_where_a_replaced_line_did() throws IOException {
        Files.writeString(
                machine.projectFile(),
                "registry=https://me:" + Machine.PAT + "@registry.example.com/ ; " + Machine.PAT);
        Files.writeString(machine.userFile(), KEY + ":_password=" + Machine.PASSWORD + "x\n");
        machine.configure();
        assertThat(machine.receipts().path())
                .content()
                .contains("registry")
                .doesNotContain(Machine.PAT)
                .doesNotContain(Machine.PASSWORD);
    }

    @Test
    void what_a_module_of_the_same_build_has_configured_stays() {
        machine.configure();
        machine.clean();
        assertThat(machine.userFile()).hasContent(CREDENTIALS);
    }

    @Test
    void modules_that_clean_and_configure_at_the_same_time_end_with_the_credentials_in_place() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 50; i++) {
                machine.nextBuild();
                CountDownLatch start = new CountDownLatch(1);
                Future<?> clean = threads.submit(() -> {
                    start.await();
                    return machine.clean();
                });
                Future<?> configure = threads.submit(() -> {
                    start.await();
                    return machine.configure();
                });
                start.countDown();
                clean.get();
                configure.get();
                assertThat(machine.userFile()).hasContent(CREDENTIALS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_build_file_goes() throws IOException {
        machine.store(CredentialStore.BUILD).configure();
        machine.nextBuild().clean();
        assertThat(machine.buildFile().getParent()).isEmptyDirectory();
    }

    @Test
    void a_checkout_that_is_gone_is_forgotten() throws IOException {
        machine.configure();
        Files.delete(machine.projectFile());
        Files.delete(machine.project);
        machine.nextBuild().clean(true);
        assertThat(machine.userFile()).doesNotExist();
        assertThat(machine.receipts().path()).doesNotExist();
    }

    @Test
    void a_dry_run_changes_nothing() throws IOException {
        machine.configure();
        Map<String, String> before = machine.everything();
        List<Report.FileReport> reports = machine.nextBuild().dryRun().clean();
        assertThat(reports)
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.lines()).isNotEmpty());
        assertThat(machine.everything()).isEqualTo(before);
        assertThat(machine.receipts().path()).exists();
    }
}
