package io.github.feedauth.configure;

import static io.github.feedauth.configure.Machine.CREDENTIALS;
import static io.github.feedauth.configure.Machine.KEY;
import static io.github.feedauth.configure.Machine.REGISTRY;
import static io.github.feedauth.configure.Machine.feed;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.client.Client;
import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedOrigin;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.store.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code clean} gives back the bytes from before. */
class CleanTest {
    /** With a name that is as long as a token. */
    private static final String LONG =
            "https://pkgs.dev.azure.com/contoso/_packaging/EngineeringPlatformPackages/npm/registry/";

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
                "fund=false\nregistry=https://registry.example.com/",
                "fund=false\n" + KEY + ":email=me",
                "fund=false\n" + KEY + ":username=me",
                KEY + ":username=me\n" + KEY + ":email=me",
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
    void the_feeds_of_the_POM_go_whichever_module_of_the_build_they_were_written_for() throws IOException {
        machine.configure();
        Path project = machine.project;
        machine.nextBuild().ofAnotherModule("neighbour").build(project).clean();
        assertThat(machine.userFile()).doesNotExist();
        assertThat(machine.root.resolve("project/.npmrc")).exists();
        assertThat(machine.kept).isEmpty();
    }

    @Test
    void a_credential_that_was_written_for_another_project_stays_and_is_told() throws IOException {
        machine.configure();
        Path project = machine.project;
        assertThat(machine.nextBuild().ofAnotherModule("neighbour").clean()).isEmpty();
        assertThat(machine.userFile()).hasContent(CREDENTIALS);
        assertThat(machine.kept)
                .containsExactly(new Clean.Kept(
                        ConfigFile.user(machine.userFile()), List.of(KEY, Machine.PARENT_KEY), List.of(project)));
    }

    @Test
    void a_credential_that_another_project_relies_on_is_handed_over_to_it() throws IOException {
        machine.configure();
        Path first = machine.project;
        machine.nextBuild().ofAnotherModule("neighbour").configure();
        Path neighbour = machine.project;
        machine.project = first;
        machine.nextBuild().clean();
        assertThat(machine.userFile()).hasContent(CREDENTIALS);
        assertThat(first.resolve(".npmrc")).doesNotExist();
        assertThat(machine.kept).extracting(Clean.Kept::holders).containsExactly(List.of(neighbour));

        machine.project = neighbour;
        machine.nextBuild().feeds().clean();
        assertThat(machine.userFile()).doesNotExist();
        assertThat(machine.receipts().path()).doesNotExist();
    }

    @Test
    void what_a_replaced_credential_took_away_does_not_come_back_while_another_project_needs_it() throws IOException {
        Files.writeString(machine.userFile(), KEY + ":email=me\n");
        machine.configure();
        Path first = machine.project;
        machine.nextBuild().ofAnotherModule("neighbour").configure();
        Path neighbour = machine.project;
        machine.project = first;
        machine.nextBuild().clean();
        assertThat(machine.userFile()).hasContent(CREDENTIALS);

        machine.project = neighbour;
        machine.nextBuild().clean();
        assertThat(machine.userFile()).hasContent(KEY + ":email=me\n");
    }

    @Test
    void a_project_that_is_gone_or_names_the_feed_no_more_holds_no_credential() throws IOException {
        machine.configure();
        Path first = machine.project;
        machine.nextBuild().ofAnotherModule("neighbour").configure();
        Files.delete(machine.projectFile());
        machine.project = first;
        machine.nextBuild().clean();
        assertThat(machine.userFile()).doesNotExist();
        assertThat(machine.kept).isEmpty();
    }

    @Test
    void a_dry_run_tells_what_another_project_keeps_and_hands_nothing_over() throws IOException {
        machine.configure();
        Path first = machine.project;
        machine.nextBuild().ofAnotherModule("neighbour").configure();
        machine.project = first;
        String receipts = Files.readString(machine.receipts().path());
        assertThat(machine.nextBuild().dryRun().clean())
                .extracting(Report.FileReport::path)
                .containsExactly(first.resolve(".npmrc"));
        assertThat(machine.kept).hasSize(1);
        assertThat(machine.receipts().path()).hasContent(receipts);
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
        machine.nextBuild().feeds(feed(LONG)).configure();
        machine.nextBuild().feeds(feed(OTHER)).configure();
        machine.nextBuild().clean();
        assertThat(machine.projectFile()).hasContent("registry=https://registry.example.com/\n");
        assertThat(machine.userFile()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry = %s\n", "registry=\"%s\"\n", "registry=%s ; the feed\n"})
    void a_feed_that_somebody_wrote_in_another_way_is_still_ours_after_the_feed_changed(String line)
            throws IOException {
        Files.writeString(machine.projectFile(), "registry=https://registry.example.com/\n");
        machine.configure();
        Files.writeString(machine.projectFile(), line.formatted(REGISTRY));
        machine.nextBuild().feeds(feed(OTHER)).configure();
        machine.nextBuild().clean();
        assertThat(machine.projectFile()).hasContent("registry=https://registry.example.com/\n");
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
    void lines_that_configure_removed_come_back_but_not_the_secrets_among_them() throws IOException {
        String before = "registry=https://a.example.com/\n; mine\nregistry=https://b.example.com/\n";
        Files.writeString(machine.projectFile(), before);
        Files.writeString(
                machine.userFile(),
                "fund=false\n" + KEY + ":_authToken=" + Machine.PAT + "\n" + KEY + ":email=me\n; end\n");
        machine.configure();
        assertThat(machine.userFile()).content().doesNotContain("email");
        assertThat(machine.receipts().path()).content().doesNotContain(Machine.PAT);

        List<Report.FileReport> reports = machine.nextBuild().clean();
        assertThat(machine.projectFile()).hasContent(before);
        assertThat(machine.userFile()).hasContent("fund=false\n" + KEY + ":email=me\n; end\n");
        assertThat(reports.get(0).warnings())
                .containsExactly(machine.userFile() + ": what stood there before for " + KEY + ":_authToken is not on"
                        + " record, since it may have been a secret. Put it back by hand where you need it");
        assertThat(machine.receipts().path()).doesNotExist();
    }

    @Test
    void lines_of_the_user_come_back_after_the_token_became_one_of_another_kind() throws IOException {
        String before = KEY + ":username=me\n" + KEY + ":always-auth=true\n";
        Files.writeString(machine.userFile(), before);
        machine.configure();
        machine.environment.put("FEEDAUTH_PAT", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzZW50aW5lbCJ9.c2lnbmF0dXJl");
        machine.nextBuild().configure();
        assertThat(machine.userFile()).content().contains("_authToken").doesNotContain("username");
        machine.nextBuild().clean();
        assertThat(machine.userFile()).hasContent(before);
    }

    @Test
    void a_registry_line_whose_forerunner_may_have_held_a_secret_stays_and_is_told() throws IOException {
        Files.writeString(machine.projectFile(), "registry=https://registry.example.com/ ; ours\n");
        machine.configure();
        List<Report.FileReport> reports = machine.nextBuild().clean();
        assertThat(machine.projectFile()).hasContent("registry=" + REGISTRY + "\n");
        assertThat(reports.get(1).changed()).isFalse();
        assertThat(reports.get(1).warnings())
                .singleElement()
                .asString()
                .contains("what stood there before for registry is not on record");
        assertThat(machine.nextBuild().clean()).isEmpty();
    }

    @Test
    void files_that_cant_be_changed_do_not_keep_the_others_from_being_cleaned_and_stay_on_record() throws IOException {
        machine.configure();
        Machine neighbour = machine.nextBuild().ofAnotherModule("neighbour").feeds(feed(OTHER));
        neighbour.configure();
        Path broken = machine.root.resolve("project/.npmrc");
        byte[] utf16 = "registry=x".getBytes(UTF_16);
        Files.write(broken, utf16);

        assertThatThrownBy(() -> neighbour.nextBuild().clean(true))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageStartingWith("Not everything could be taken back:\n  - ")
                .hasMessageContaining(broken.toString())
                .hasMessageContaining("what is left is still on record");
        assertThat(machine.userFile()).doesNotExist();
        assertThat(neighbour.projectFile()).doesNotExist();
        assertThat(broken).hasBinaryContent(utf16);

        Files.writeString(broken, "registry=" + REGISTRY + "\n");
        neighbour.nextBuild().clean(true);
        assertThat(broken).doesNotExist();
        assertThat(machine.receipts().path()).doesNotExist();
    }

    @Test
    void what_a_module_of_the_same_build_has_configured_stays() {
        machine.configure();
        machine.clean();
        assertThat(machine.userFile()).hasContent(CREDENTIALS);
    }

    @ParameterizedTest
    @EnumSource(names = {"USER", "NONE"})
    void a_registry_line_of_an_earlier_build_that_another_module_relies_on_stays(CredentialStore store)
            throws IOException {
        machine.store(store).configure();
        String line = Files.readString(machine.projectFile());
        Path shared = machine.project;

        Machine shop = machine.nextBuild().ofAnotherModule("shop").frontEnds(memberOf(shared));
        assertThat(shop.configure().files())
                .extracting(Report.FileReport::changed)
                .doesNotContain(true);
        machine.project = shared;
        machine.clean();

        assertThat(machine.root.resolve("project/.npmrc")).hasContent(line);
        machine.nextBuild().clean();
        assertThat(machine.root.resolve("project/.npmrc")).doesNotExist();
    }

    @Test
    void a_registry_line_that_another_module_found_its_feed_in_stays() throws IOException {
        machine.store(CredentialStore.NONE).configure();
        Path shared = machine.project;

        Machine shop = machine.nextBuild().ofAnotherModule("shop").frontEnds(memberOf(shared));
        shop.feeds(Feed.found(
                        RegistryUrl.parse(REGISTRY, "test"), List.of(), Optional.empty(), FeedOrigin.PROJECT_FILE))
                .configure();
        machine.project = shared;
        machine.clean();

        assertThat(machine.projectFile()).hasContent("registry=" + REGISTRY + "\n");
    }

    @Test
    void a_line_in_which_another_module_is_just_finding_its_feed_stays() throws Exception {
        machine.store(CredentialStore.NONE).configure();
        machine.nextBuild();
        Feed found =
                Feed.found(RegistryUrl.parse(REGISTRY, "test"), List.of(), Optional.empty(), FeedOrigin.PROJECT_FILE);
        Thread clean = new Thread(machine::clean);
        machine.ledger().find(List.of(memberOf(machine.project)), () -> {
            clean.start();
            while (clean.isAlive() && clean.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            return new Feeds(List.of(found));
        });
        clean.join();
        assertThat(machine.projectFile()).hasContent("registry=" + REGISTRY + "\n");
    }

    private FrontEnd memberOf(Path root) {
        return new FrontEnd(machine.project, root, Client.NPM);
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
        assertThat(machine.buildFile()).doesNotExist();
    }

    @Test
    void in_a_dry_run_the_build_file_stays() {
        machine.store(CredentialStore.BUILD).configure();
        machine.nextBuild().dryRun().clean();
        assertThat(machine.buildFile()).exists();
    }

    @Test
    void the_folder_of_the_build_file_goes_with_it_but_with_nothing_else_in_it() throws IOException {
        Path folder = machine.buildFile().getParent();
        machine.store(CredentialStore.BUILD).configure();
        machine.nextBuild().clean();
        assertThat(folder).doesNotExist();
        assertThat(folder.getParent()).isEmptyDirectory();

        machine.configure();
        Path theirs = Files.writeString(folder.resolve("theirs"), "");
        machine.nextBuild().clean();
        assertThat(folder).isDirectoryContaining(theirs::equals);
    }

    @Test
    void an_empty_folder_that_an_earlier_clean_left_goes_but_no_link() throws IOException {
        Path folder = Files.createDirectories(machine.buildFile().getParent());
        machine.clean();
        assertThat(folder).doesNotExist();

        Files.createSymbolicLink(folder, Files.createDirectory(machine.root.resolve("elsewhere")));
        machine.nextBuild().clean();
        assertThat(folder).isSymbolicLink();
    }

    @Test
    void what_hides_the_build_files_from_git_stays_while_one_of_them_does() throws IOException {
        Path folder = machine.buildFile().getParent();
        machine.store(CredentialStore.BUILD).configure();
        Files.createDirectory(folder.resolve(YarnPlugin.FILE));
        assertThatThrownBy(() -> machine.nextBuild().clean()).isInstanceOf(FeedAuthFailure.class);
        assertThat(machine.buildFile()).doesNotExist();
        assertThat(folder.resolve(StandIn.IGNORED)).exists();

        Files.delete(folder.resolve(YarnPlugin.FILE));
        machine.nextBuild().clean();
        assertThat(folder).doesNotExist();
    }

    @Test
    void what_hides_the_build_files_from_git_is_on_the_list_of_what_is_left_where_it_cannot_be_removed()
            throws IOException {
        Path ignored = machine.buildFile().resolveSibling(StandIn.IGNORED);
        machine.store(CredentialStore.BUILD).configure();
        Files.delete(ignored);
        Files.createDirectory(ignored);
        assertThatThrownBy(() -> machine.nextBuild().clean())
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageStartingWith("Not everything could be taken back:\n  - ")
                .hasMessageContaining(ignored.toString());
        assertThat(machine.buildFile()).doesNotExist();
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
