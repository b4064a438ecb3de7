package io.github.feedauth.configure;

import static io.github.feedauth.configure.Machine.CREDENTIALS;
import static io.github.feedauth.configure.Machine.KEY;
import static io.github.feedauth.configure.Machine.PARENT_KEY;
import static io.github.feedauth.configure.Machine.PASSWORD;
import static io.github.feedauth.configure.Machine.PAT;
import static io.github.feedauth.configure.Machine.REGISTRY;
import static io.github.feedauth.configure.Machine.feed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.feedauth.client.Client;
import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.client.PackageManager;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedOrigin;
import io.github.feedauth.feed.RegistryUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ConfigureTest {
    private static final Client YARN_1 = new Client(PackageManager.YARN_CLASSIC, Optional.empty());

    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJmZWVkIn0.c2lnbmF0dXJl";

    @TempDir
    Path temp;

    Machine machine;

    @BeforeEach
    void a_machine() throws IOException {
        machine = new Machine(temp);
    }

    @Test
    void the_project_file_names_the_registry_and_the_user_file_holds_the_credential_at_both_prefixes() {
        Report report = machine.configure();

        assertThat(machine.projectFile()).hasContent("registry=" + REGISTRY + "\n");
        assertThat(machine.userFile()).hasContent(CREDENTIALS);
        assertThat(report.origins().values()).containsExactly("environment variable FEEDAUTH_PAT");
        assertThat(report.files())
                .extracting(Report.FileReport::path, Report.FileReport::secret, Report.FileReport::changed)
                .containsExactly(tuple(machine.userFile(), true, true), tuple(machine.projectFile(), false, true));
    }

    @Test
    void only_its_owner_may_read_the_user_file() throws IOException {
        machine.configure();
        assertThat(mode(machine.userFile())).isEqualTo("rw-------");
        assertThat(mode(machine.projectFile())).isEqualTo("rw-r--r--");
    }

    @Test
    void a_second_run_writes_nothing() throws IOException {
        machine.configure();
        List<Object> before = identities();

        Report second = machine.configure();

        assertThat(second.files()).extracting(Report.FileReport::changed).containsExactly(false, false);
        assertThat(second.files()).allSatisfy(file -> assertThat(file.lines()).isEmpty());
        assertThat(identities()).isEqualTo(before);
    }

    @Test
    void a_second_run_writes_nothing_either_where_the_documented_files_of_two_feeds_stand() throws IOException {
        machine.legacyKeys(LegacyKeys.ALWAYS)
                .feeds(feed(REGISTRY), feed("https://tfs.example.com/tfs/Main/_packaging/F/npm/registry/", "@shop"));
        machine.configure();
        List<Object> before = identities();
        assertThat(machine.configure().files())
                .extracting(Report.FileReport::changed)
                .containsExactly(false, false);
        assertThat(identities()).isEqualTo(before);
    }

    @Test
    void in_the_next_build_a_new_PAT_takes_the_old_ones_place() {
        machine.configure();
        machine.environment.put("FEEDAUTH_PAT", "another-sentinel");
        machine.nextBuild().configure();
        String another = Base64.getEncoder().encodeToString("another-sentinel".getBytes(UTF_8));
        assertThat(machine.userFile()).hasContent(CREDENTIALS.replace(PASSWORD, another));
    }

    @Test
    void two_modules_of_one_build_with_different_PATs_are_a_conflict_and_the_first_stays() {
        machine.configure();
        machine.environment.put("FEEDAUTH_PAT", "another-sentinel");
        assertThatThrownBy(machine::configure)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("different credentials");
        assertThat(machine.userFile()).hasContent(CREDENTIALS);
    }

    @Test
    void competing_keys_at_the_same_prefixes_go_and_everything_beside_them_stays() throws IOException {
        String foreign = """
                //pkgs.dev.azure.com/contoso/_packaging/Feed2/npm/registry/:_authToken=sibling
                //pkgs.dev.azure.com/contoso/_packaging/Feed2/npm/:_password=sibling
                //pkgs.dev.azure.com/contoso/_packaging/Feed@Release/npm/registry/:_authToken=view
                //pkgs.dev.azure.com:8443/contoso/_packaging/Feed/npm/registry/:_authToken=port
                //pkgs.dev.azure.com/contoso/_packaging/feed/npm/registry/:_authToken=case
                //pkgs.dev.azure.com/contoso/_packaging/Feed/:_authToken=above
                //pkgs.dev.azure.com/contoso/_packaging/Feed/npm/registry/more/:_authToken=below
                //pkgs.dev.azure.com/contoso/_packaging/Feed/npm/registry/:certfile=/a/b
                _authToken=unkeyed
                email=me@example.com
                """;
        Files.writeString(
                machine.userFile(),
                KEY + ":_authToken=old\n" + KEY + ":_auth=old\n" + PARENT_KEY + ":_authToken=old\n" + PARENT_KEY
                        + ":_auth=old\n" + KEY + ":email=old\n" + KEY + ":always-auth=true\n" + foreign);

        machine.configure();

        assertThat(machine.userFile()).hasContent(CREDENTIALS + foreign);
    }

    @Test
    void a_JWT_becomes_a_token_and_drops_the_name_and_password() throws IOException {
        machine.environment.put("FEEDAUTH_PAT", JWT);
        Files.writeString(machine.userFile(), CREDENTIALS);
        machine.configure();
        assertThat(machine.userFile())
                .hasContent(KEY + ":_authToken=" + JWT + "\n" + PARENT_KEY + ":_authToken=" + JWT + "\n");
    }

    @Test
    void store_none_writes_the_registry_and_asks_for_no_credential() {
        machine.environment.remove("FEEDAUTH_PAT");
        Report report = machine.store(CredentialStore.NONE).configure();
        assertThat(machine.projectFile()).hasContent("registry=" + REGISTRY + "\n");
        assertThat(machine.userFile()).doesNotExist();
        assertThat(report.origins()).isEmpty();
        assertThat(report.files()).hasSize(1);
    }

    @Test
    void a_feed_of_scopes_leaves_the_default_registry_alone() throws IOException {
        Files.writeString(machine.projectFile(), "registry=https://registry.example.com/\n");
        machine.feeds(feed(REGISTRY, "@contoso", "@shop")).configure();
        assertThat(Files.readString(machine.projectFile()))
                .contains("@contoso:registry=" + REGISTRY + "\n", "@shop:registry=" + REGISTRY + "\n")
                .contains("registry=https://registry.example.com/\n");
    }

    @Test
    void two_feeds_at_one_registry_share_one_credential() {
        machine.feeds(feed(REGISTRY, "@contoso"), feed(REGISTRY, "@shop")).configure();
        assertThat(machine.userFile()).hasContent(CREDENTIALS);
        assertThat(machine.projectFile())
                .hasContent("@contoso:registry=" + REGISTRY + "\n@shop:registry=" + REGISTRY + "\n");
    }

    @Test
    void two_registries_that_share_only_a_prefix_share_the_credential_there() {
        machine.feeds(feed("https://npm.example.com/npm/registry/"), feed("https://npm.example.com/npm/", "@shop"))
                .configure();
        assertThat(machine.userFile())
                .content()
                .containsOnlyOnce("//npm.example.com/npm/registry/:_password=")
                .containsOnlyOnce("//npm.example.com/npm/:_password=");
    }

    @ParameterizedTest(name = "legacyKeys {0}, Yarn 1 {1}, scoped {2}: always-auth {3}, email {4}")
    @CsvSource({
        "AUTO, false, false, false, false",
        "AUTO, true, false, true, false",
        "AUTO, true, true, false, false",
        "ALWAYS, false, false, true, true",
        "ALWAYS, true, true, true, true",
        "NEVER, true, false, false, false",
    })
    void old_keys_are_written_for_whom_they_are_meant(
            LegacyKeys legacyKeys, boolean yarnClassic, boolean scoped, boolean alwaysAuth, boolean email)
            throws IOException {
        machine.legacyKeys(legacyKeys)
                .frontEnds(new FrontEnd(machine.project, machine.project, yarnClassic ? YARN_1 : Client.NPM))
                .feeds(scoped ? feed(REGISTRY, "@contoso") : feed(REGISTRY))
                .configure();
        assertThat(Files.readString(machine.projectFile()).contains("always-auth=true\n"))
                .isEqualTo(alwaysAuth);
        assertThat(Files.readString(machine.userFile()).contains(":email=")).isEqualTo(email);
        assertThat(Files.readString(machine.userFile())).doesNotContain("always-auth");
    }

    @Test
    void legacyKeys_always_gives_the_documented_files_to_the_letter() {
        machine.legacyKeys(LegacyKeys.ALWAYS).configure();
        String email = ":email=npm requires email to be set but doesn't use the value\n";
        assertThat(machine.projectFile()).hasContent("registry=" + REGISTRY + "\nalways-auth=true\n");
        assertThat(machine.userFile())
                .hasContent("; begin auth token\n"
                        + KEY + ":username=AzureDevOps\n"
                        + KEY + ":_password=" + PASSWORD + "\n"
                        + KEY + email
                        + PARENT_KEY + ":username=AzureDevOps\n"
                        + PARENT_KEY + ":_password=" + PASSWORD + "\n"
                        + PARENT_KEY + email
                        + "; end auth token\n");
    }

    @Test
    void a_project_in_the_home_folder_has_one_file_with_both_kinds_of_lines_for_its_owner_only() throws IOException {
        Report report = machine.frontEnds(new FrontEnd(machine.home, machine.home, Client.NPM))
                .configure();
        assertThat(machine.userFile()).content().contains(CREDENTIALS).contains("registry=" + REGISTRY + "\n");
        assertThat(mode(machine.userFile())).isEqualTo("rw-------");
        assertThat(report.files()).singleElement().returns(true, Report.FileReport::secret);
        assertThat(machine.configure().files()).singleElement().returns(false, Report.FileReport::changed);
    }

    @Test
    void a_HOME_that_is_spelled_in_a_roundabout_way_is_the_same_home() {
        machine.environment.put("HOME", machine.home + "/../home/.");
        machine.frontEnds(new FrontEnd(machine.home, machine.home, Client.NPM)).configure();
        assertThat(machine.userFile()).content().contains(CREDENTIALS).contains("registry=");
    }

    @ParameterizedTest(name = "userconfig of the project: {0}")
    @CsvSource({"${HOME}/moved.npmrc, home/moved.npmrc", "~/moved.npmrc, home/moved.npmrc", "../by-cwd, by-cwd"})
    void a_userconfig_line_of_the_project_moves_the_user_file_as_it_does_for_npm(String line, String moved)
            throws IOException {
        Files.writeString(machine.projectFile(), "userconfig=" + line + "\n");
        machine.configure();
        assertThat(machine.root.resolve(moved)).hasContent(CREDENTIALS);
        assertThat(machine.userFile()).doesNotExist();
        assertThat(machine.projectFile()).content().contains("userconfig=" + line + "\n");
    }

    @Test
    void a_userconfig_line_that_leads_to_another_place_in_the_checkout_is_refused() throws IOException {
        Files.writeString(machine.projectFile(), "userconfig=ci/npmrc\n");
        assertThatThrownBy(machine::configure)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("into the project")
                .hasMessageContaining("ci/npmrc");
        assertThat(machine.project.resolve("ci")).doesNotExist();
    }

    @Test
    void a_credential_in_the_projects_file_that_npm_would_take_first_is_reported_and_left() throws IOException {
        String left = "# mine\n" + KEY + ":_authToken=${NPM_TOKEN}\n//other.example.com/:_authToken=${OTHER}\n";
        Files.writeString(machine.projectFile(), left);

        Report report = machine.configure();

        assertThat(machine.projectFile()).content().endsWith(left);
        assertThat(report.files())
                .filteredOn(file -> !file.secret())
                .flatExtracting(Report.FileReport::warnings)
                .singleElement()
                .asString()
                .contains(machine.projectFile() + ", line 2: npm takes " + KEY + ":_authToken before")
                .doesNotContain("NPM_TOKEN");
    }

    @Test
    void the_environment_wins_over_a_userconfig_line() throws IOException {
        Path named = machine.root.resolve("by-environment");
        machine.environment.put("NPM_CONFIG_USERCONFIG", named.toString());
        Files.writeString(machine.projectFile(), "userconfig=../by-project\n");
        machine.configure();
        assertThat(named).hasContent(CREDENTIALS);
        assertThat(machine.root.resolve("by-project")).doesNotExist();
        assertThat(machine.userFile()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void a_user_file_that_was_moved_to_the_projects_gets_no_credential(boolean byEnvironment) throws IOException {
        if (byEnvironment) {
            machine.environment.put(
                    "NPM_CONFIG_USERCONFIG", machine.projectFile().toString());
        } else {
            Files.writeString(machine.projectFile(), "userconfig=.npmrc\n");
        }
        Map<String, String> before = machine.everything();

        assertThatThrownBy(machine::configure)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("must never hold a credential")
                .hasMessageContaining(machine.projectFile().toString());
        assertThat(machine.everything()).isEqualTo(before);

        machine.store(CredentialStore.NONE).configure();
        assertThat(machine.projectFile()).content().contains("registry=" + REGISTRY);
    }

    @Test
    void two_members_of_a_workspace_share_its_roots_file() {
        machine.frontEnds(
                        new FrontEnd(machine.project.resolve("a"), machine.project, Client.NPM),
                        new FrontEnd(machine.project.resolve("b"), machine.project, Client.NPM))
                .configure();
        assertThat(machine.projectFile()).hasContent("registry=" + REGISTRY + "\n");
    }

    @Test
    void one_member_with_Yarn_1_is_enough_for_the_file_they_share() {
        machine.frontEnds(
                        new FrontEnd(machine.project.resolve("a"), machine.project, Client.NPM),
                        new FrontEnd(machine.project.resolve("b"), machine.project, YARN_1))
                .configure();
        assertThat(machine.projectFile()).hasContent("registry=" + REGISTRY + "\nalways-auth=true\n");
    }

    @Test
    void two_front_ends_have_a_project_file_each() throws IOException {
        Path other = Files.createDirectory(machine.project.resolve("admin"));
        machine.frontEnds(
                        new FrontEnd(machine.project, machine.project, Client.NPM),
                        new FrontEnd(other, other, Client.NPM))
                .configure();
        assertThat(machine.projectFile()).hasContent("registry=" + REGISTRY + "\n");
        assertThat(other.resolve(".npmrc")).hasContent("registry=" + REGISTRY + "\n");
    }

    @Test
    void a_front_end_beside_the_module_is_configured_as_well() throws IOException {
        Path beside = Files.createDirectory(machine.root.resolve("front-end"));
        machine.frontEnds(new FrontEnd(beside, beside, Client.NPM)).configure();
        assertThat(beside.resolve(".npmrc")).hasContent("registry=" + REGISTRY + "\n");
    }

    @Test
    void a_front_end_beside_the_module_may_not_link_out_of_itself() throws IOException {
        Path beside = Files.createDirectory(machine.root.resolve("front-end"));
        Path outside = Files.writeString(machine.root.resolve("outside"), "a=1\n");
        Files.createSymbolicLink(beside.resolve(".npmrc"), outside);
        machine.frontEnds(new FrontEnd(beside, beside, Client.NPM));
        assertThatThrownBy(machine::configure)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("leads out of the project");
        assertThat(outside).hasContent("a=1\n");
        assertThat(machine.userFile()).doesNotExist();
    }

    @Test
    void without_a_front_end_yet_the_credential_is_there_for_the_one_to_come() {
        Report report = machine.frontEnds().configure();
        assertThat(machine.userFile()).hasContent(CREDENTIALS);
        assertThat(machine.projectFile()).doesNotExist();
        assertThat(report.files()).hasSize(1);
        assertThat(machine.store(CredentialStore.NONE).configure().files()).isEmpty();
    }

    @Test
    void a_dry_run_tells_the_change_with_secrets_masked_and_writes_nothing() throws IOException {
        Files.writeString(machine.userFile(), KEY + ":_authToken=an-old-sentinel\n");
        Map<String, String> before = machine.everything();

        Report report = machine.dryRun().configure();

        assertThat(machine.everything()).isEqualTo(before);
        assertThat(machine.state()).doesNotExist();
        String told = report.files().stream()
                .flatMap(file -> file.lines().stream())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        assertThat(told)
                .contains("-1: " + KEY + ":_authToken=***")
                .contains(KEY + ":username=AzureDevOps", KEY + ":_password=***", "registry=" + REGISTRY)
                .doesNotContain(PAT, PASSWORD, "an-old-sentinel");
        assertThat(report.toString()).doesNotContain(PAT, PASSWORD, "an-old-sentinel");
    }

    @Test
    void a_dry_run_after_the_real_one_has_nothing_to_tell() {
        machine.configure();
        assertThat(machine.dryRun().configure().files())
                .hasSize(2)
                .allSatisfy(file -> assertThat(file.changed()).isFalse());
    }

    @Test
    void without_a_credential_nothing_is_written() throws IOException {
        machine.environment.remove("FEEDAUTH_PAT");
        Map<String, String> before = machine.everything();
        assertThatThrownBy(machine::configure)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("No credential for the feed " + REGISTRY);
        assertThat(machine.everything()).isEqualTo(before);
    }

    private List<Object> identities() throws IOException {
        return List.of(identity(machine.userFile()), identity(machine.projectFile()));
    }

    private static Object identity(Path file) throws IOException {
        BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
        return List.of(facts.fileKey(), facts.lastModifiedTime(), Files.readString(file));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void a_feed_that_the_project_file_names_needs_credentials_only_and_makes_no_project_file_elsewhere()
            throws IOException {
        Feed found = Feed.found(
                RegistryUrl.parse(Machine.REGISTRY, "test"), List.of(), Optional.empty(), FeedOrigin.PROJECT_FILE);
        String spelling = "registry = \"" + Machine.REGISTRY.substring(0, Machine.REGISTRY.length() - 1) + "\"\n";
        Files.writeString(machine.projectFile(), spelling);
        Path other = Files.createDirectory(machine.project.resolve("other"));
        machine.feeds(found)
                .frontEnds(
                        new FrontEnd(machine.project, machine.project, Client.NPM),
                        new FrontEnd(other, other, Client.NPM))
                .configure();
        assertThat(machine.userFile()).hasContent(Machine.CREDENTIALS);
        assertThat(machine.projectFile()).hasContent(spelling);
        assertThat(other.resolve(".npmrc")).doesNotExist();
    }
}
