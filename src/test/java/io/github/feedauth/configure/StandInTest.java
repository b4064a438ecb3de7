package io.github.feedauth.configure;

import static io.github.feedauth.configure.Machine.CREDENTIALS;
import static io.github.feedauth.configure.Machine.KEY;
import static io.github.feedauth.configure.Machine.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stores that lend npm another user file, and leave the user's and the project's as they are. */
class StandInTest {
    private static final String MINE = "; mine\nfund=false\n//other.example.com/:_authToken=someone-elses\n";
    private static final String TEAMS = "# The team's\nlegacy-peer-deps=true\n";

    @TempDir
    Path temp;

    Machine machine;

    @BeforeEach
    void a_machine_with_settings_of_its_own() throws IOException {
        machine = new Machine(temp);
        Files.writeString(machine.userFile(), MINE);
        Files.writeString(machine.projectFile(), TEAMS);
    }

    @Test
    void the_build_file_holds_the_users_settings_the_registry_and_the_credentials() throws IOException {
        Report report = machine.store(CredentialStore.BUILD).configure();

        assertThat(report.userConfig()).contains(machine.buildFile());
        assertThat(machine.buildFile()).hasContent(CREDENTIALS + "registry=" + REGISTRY + "\n" + MINE);
        assertThat(mode(machine.buildFile())).isEqualTo("rw-------");
        assertThat(machine.buildFile().resolveSibling(".gitignore")).hasContent("*\n");
        everything_else_is_as_it_was();
    }

    @Test
    void the_build_file_is_not_written_again_where_it_is_right_and_follows_the_users_settings() throws IOException {
        machine.store(CredentialStore.BUILD).configure();
        assertThat(machine.configure().files())
                .extracting(Report.FileReport::changed)
                .containsExactly(false);

        Files.writeString(machine.userFile(), "fund=true\n");
        assertThat(machine.configure().files())
                .extracting(Report.FileReport::changed)
                .containsExactly(true);
        assertThat(machine.buildFile()).content().endsWith("fund=true\n");
    }

    @Test
    void who_points_npm_to_the_null_device_has_no_settings_of_their_own_and_no_file_for_the_store_user() {
        machine.environment.put("NPM_CONFIG_USERCONFIG", "/dev/null");
        machine.store(CredentialStore.BUILD).configure();
        assertThat(machine.buildFile()).hasContent(CREDENTIALS + "registry=" + REGISTRY);

        assertThatThrownBy(() -> machine.store(CredentialStore.USER).configure())
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("device is in the file's place (/dev/null)")
                .hasMessageContaining("lead to a file");
    }

    @Test
    void what_keeps_git_from_the_build_file_is_made_again_where_it_is_lost() throws IOException {
        machine.store(CredentialStore.BUILD).configure();
        Path ignored = machine.buildFile().resolveSibling(".gitignore");
        Files.delete(ignored);
        machine.configure();
        assertThat(ignored).hasContent("*\n");
    }

    @Test
    void the_ephemeral_file_holds_the_same_and_is_gone_when_the_build_ends() throws IOException {
        Report report = machine.store(CredentialStore.EPHEMERAL).configure();

        Path lent = report.userConfig().orElseThrow();
        assertThat(lent).hasContent(CREDENTIALS + "registry=" + REGISTRY + "\n" + MINE);
        assertThat(mode(lent)).isEqualTo("rw-------");
        assertThat(lent.startsWith(machine.project)).isFalse();
        everything_else_is_as_it_was();

        machine.ephemeral.close();
        assertThat(lent).doesNotExist();
        assertThat(machine.state().resolve("builds")).isEmptyDirectory();
    }

    @Test
    void modules_with_the_same_feed_share_a_file() {
        machine.store(CredentialStore.EPHEMERAL);
        Path first = machine.configure().userConfig().orElseThrow();
        Report second = machine.configure();
        assertThat(second.userConfig()).contains(first);
        assertThat(second.files()).extracting(Report.FileReport::changed).containsExactly(false);
        machine.ephemeral.close();
    }

    @Test
    void modules_with_different_PATs_for_one_feed_get_a_file_each() {
        machine.store(CredentialStore.EPHEMERAL);
        Path first = machine.configure().userConfig().orElseThrow();
        machine.environment.put("FEEDAUTH_PAT", "another-sentinel");
        assertThat(machine.configure().userConfig()).isPresent().get().isNotEqualTo(first);
        machine.ephemeral.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"BUILD", "EPHEMERAL"})
    void a_line_of_the_project_that_beats_the_lent_file_is_reported(CredentialStore store) throws IOException {
        Files.writeString(
                machine.projectFile(),
                "registry=https://registry.example.com\n" + KEY + ":_authToken=" + Machine.PAT + "\n");
        Report report = machine.store(store).configure();
        assertThat(report.files().get(0).warnings())
                .hasSize(2)
                .anySatisfy(warning -> assertThat(warning)
                        .contains("npm takes registry=https://registry.example.com/ before the feed " + REGISTRY))
                .anySatisfy(warning -> assertThat(warning).contains("line 2: npm takes " + KEY + ":_authToken before"))
                .noneSatisfy(warning -> assertThat(warning).contains(Machine.PAT));
        machine.ephemeral.close();
    }

    @Test
    void a_token_in_the_registry_line_of_the_project_is_not_shown() throws IOException {
        machine.environment.put("NEXUS_TOKEN", "sentinel-of-another-registry");
        Files.writeString(machine.projectFile(), "registry=https://ci:${NEXUS_TOKEN}@nexus.example.com/npm/\n");
        Report report = machine.store(CredentialStore.BUILD).configure();
        assertThat(report.files().get(0).warnings())
                .singleElement()
                .asString()
                .contains("npm takes registry before the feed")
                .doesNotContain("sentinel");
    }

    @Test
    void a_project_that_names_the_same_feed_already_is_fine() throws IOException {
        Files.writeString(machine.projectFile(), "registry=" + REGISTRY.substring(0, REGISTRY.length() - 1) + "\n");
        assertThat(machine.store(CredentialStore.BUILD)
                        .configure()
                        .files()
                        .get(0)
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_dry_run_lends_nothing() throws IOException {
        var before = machine.everything();
        for (CredentialStore store : new CredentialStore[] {CredentialStore.BUILD, CredentialStore.EPHEMERAL}) {
            Report report = machine.store(store).dryRun().configure();
            assertThat(report.userConfig()).isEmpty();
            assertThat(report.files().get(0).lines()).hasSize(5);
            assertThat(report.files().get(0).path())
                    .isEqualTo(
                            store == CredentialStore.BUILD
                                    ? machine.buildFile()
                                    : machine.state().resolve("builds"));
        }
        assertThat(machine.everything()).isEqualTo(before);
        assertThat(machine.state().resolve("builds")).doesNotExist();
    }

    private void everything_else_is_as_it_was() {
        assertThat(machine.userFile()).hasContent(MINE);
        assertThat(machine.projectFile()).hasContent(TEAMS);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
