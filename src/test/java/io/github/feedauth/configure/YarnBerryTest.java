package io.github.feedauth.configure;

import static io.github.feedauth.configure.Machine.PAT;
import static io.github.feedauth.configure.Machine.REGISTRY;
import static io.github.feedauth.configure.Machine.feed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.client.Client;
import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.client.PackageManager;
import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Yarn 2 and newer reads two files of its own. */
class YarnBerryTest {
    private static final String IDENT = Base64.getEncoder().encodeToString(("AzureDevOps:" + PAT).getBytes(UTF_8));

    private static final String OTHER = "https://pkgs.dev.azure.com/contoso/_packaging/Other/npm/registry/";

    /** With a sign that stands before the host where there is a user name. */
    private static final String FEED_OF_A_VIEW =
            "https://pkgs.dev.azure.com/contoso/_packaging/Feed@Release/npm/registry/";

    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJmZWVkIn0.c2lnbmF0dXJl";

    @TempDir
    Path temp;

    Machine machine;

    @BeforeEach
    void a_machine() throws IOException {
        machine = new Machine(temp);
        machine.frontEnds(berry(machine.project, "4.18.1"));
    }

    @Test
    void the_registry_goes_into_the_projects_file_and_the_credential_into_the_home_file() throws IOException {
        machine.configure();
        assertThat(yarnrc(machine.project)).hasContent("npmRegistryServer: \"" + REGISTRY + "\"\n");
        assertThat(yarnrc(machine.home)).hasContent(credential(REGISTRY));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(yarnrc(machine.home))))
                .isEqualTo("rw-------");
        assertThat(machine.projectFile()).doesNotExist();
        assertThat(machine.userFile()).doesNotExist();
        assertThat(machine.nextBuild().configure().files()).noneMatch(Report.FileReport::changed);
    }

    @Test
    void a_JWT_becomes_a_token_in_the_place_of_a_name_and_password() throws IOException {
        machine.configure();
        machine.environment.put("FEEDAUTH_PAT", JWT);
        machine.nextBuild().configure();
        assertThat(yarnrc(machine.home))
                .hasContent("npmRegistries:\n  \"" + REGISTRY + "\":\n    npmAlwaysAuth: true\n    npmAuthToken: \""
                        + JWT + "\"\n");
    }

    @Test
    void a_scope_and_plain_http_have_settings_of_their_own() {
        machine.feeds(feed("http://127.0.0.1:4873/npm/", "@contoso")).configure();
        assertThat(yarnrc(machine.project)).hasContent("""
                npmScopes:
                  "contoso":
                    npmRegistryServer: "http://127.0.0.1:4873/npm/"
                    npmPublishRegistry: "http://127.0.0.1:4873/npm/"
                unsafeHttpWhitelist:
                  - "127.0.0.1"
                """);
    }

    @Test
    void npm_and_Yarn_in_one_build_get_a_file_each() throws IOException {
        Path npm = Files.createDirectory(machine.root.resolve("npm"));
        machine.frontEnds(berry(machine.project, "4.18.1"), new FrontEnd(npm, npm, Client.NPM))
                .configure();
        assertThat(machine.userFile()).hasContent(Machine.CREDENTIALS);
        assertThat(yarnrc(machine.home)).hasContent(credential(REGISTRY));
        assertThat(npm.resolve(".npmrc")).hasContent("registry=" + REGISTRY + "\n");
        assertThat(npm.resolve(".yarnrc.yml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nodeLinker: pnp # ours", "npmRegistryServer: https://registry.example.com\r\n", "# mine\n"})
    void clean_gives_back_the_bytes_from_before(String before) throws IOException {
        Files.writeString(yarnrc(machine.project), before);
        Files.writeString(yarnrc(machine.home), before);
        Map<String, String> all = machine.everything();
        machine.configure();
        assertThat(machine.everything()).isNotEqualTo(all);
        assertThat(machine.nextBuild().clean().toString()).doesNotContain(IDENT, PAT);
        assertThat(machine.everything()).isEqualTo(all);
        assertThat(machine.receipts().path()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nodeLinker: pnp\n",
                "npmRegistryServer: 'https://own.example.com/' # ours\n",
                "npmScopes:\n    contoso:\n        npmRegistryServer: https://own.example.com/\n        npmAlwaysAuth: true\n",
                "npmScopes:\n  contoso:\n    npmPublishRegistry: https://own.example.com/\n",
            })
    void clean_gives_back_what_stood_there_before_the_first_feed_after_the_feed_changed(String before)
            throws IOException {
        for (String[] scopes : new String[][] {{}, {"@contoso"}}) {
            if (!before.isEmpty()) {
                Files.writeString(yarnrc(machine.project), before);
            }
            Map<String, String> all = machine.everything();
            for (String url : List.of(REGISTRY, FEED_OF_A_VIEW, OTHER)) {
                machine.feeds(feed(url, scopes)).nextBuild().configure();
                assertThat(yarnrc(machine.project)).content().contains('"' + url + '"');
            }

            machine.nextBuild().clean();
            assertThat(machine.everything()).as("%s", List.of(scopes)).isEqualTo(all);
        }
    }

    @Test
    void clean_keeps_to_the_indentation_that_a_file_has_by_now() throws IOException {
        String before = """
                npmScopes:
                    contoso:
                        npmRegistryServer: https://own.example.com/ # ours
                        npmPublishRegistry: https://own.example.com/publish/
                        npmAlwaysAuth: true
                """;
        Files.writeString(yarnrc(machine.project), before);
        machine.feeds(feed(REGISTRY, "@contoso")).configure();
        Files.writeString(
                yarnrc(machine.project),
                Files.readString(yarnrc(machine.project)).replace("    ", "  "));

        List<Report.FileReport> reports = machine.nextBuild().clean();

        assertThat(yarnrc(machine.project)).hasContent(before.replace("    ", "  "));
        assertThat(reports.toString())
                .contains("+3:     npmRegistryServer: https://own.example.com/")
                .doesNotContain("+3:         npmRegistryServer");
        assertThat(yarnrc(machine.home)).doesNotExist();
        assertThat(machine.receipts().path()).doesNotExist();
    }

    @Test
    void clean_gives_back_what_somebody_put_in_the_place_of_a_feed() throws IOException {
        machine.configure();
        Files.writeString(yarnrc(machine.project), "npmRegistryServer: \"https://own.example.com/\"\n");
        machine.feeds(feed(OTHER)).nextBuild().configure();
        machine.nextBuild().clean();
        assertThat(yarnrc(machine.project)).hasContent("npmRegistryServer: \"https://own.example.com/\"\n");
    }

    @Test
    void clean_takes_a_feeds_credential_though_the_project_that_it_was_written_for_is_gone() throws IOException {
        Map<String, String> before = machine.everything();
        machine.configure();
        Path gone = machine.project;
        Files.delete(yarnrc(gone));
        Files.delete(gone);
        machine.ofAnotherModule("other").nextBuild().clean();
        assertThat(yarnrc(machine.home)).doesNotExist();
        Files.delete(machine.project);
        Files.createDirectory(gone);
        assertThat(machine.everything()).isEqualTo(before);
    }

    @Test
    void clean_leaves_a_credential_that_Yarn_in_another_project_needs() throws IOException {
        machine.configure();
        String credential = Files.readString(yarnrc(machine.home));
        Path first = machine.project;
        Path other = machine.ofAnotherModule("other").nextBuild().project;
        machine.frontEnds(berry(other, "4.9.1")).configure();
        machine.project = first;
        machine.nextBuild().clean();
        assertThat(yarnrc(machine.home)).hasContent(credential);
        assertThat(machine.kept).extracting(Clean.Kept::holders).containsExactly(List.of(other));

        machine.project = other;
        machine.nextBuild().clean();
        assertThat(yarnrc(machine.home)).doesNotExist();
    }

    @Test
    void clean_leaves_what_a_module_of_the_same_build_has_just_written() {
        machine.configure();
        machine.clean();
        assertThat(yarnrc(machine.home)).hasContent(credential(REGISTRY));
    }

    @Test
    void neither_a_dry_run_nor_the_receipts_show_the_credential() throws IOException {
        assertThat(machine.dryRun().configure().toString())
                .contains("npmAuthIdent: \"***\"")
                .doesNotContain(IDENT, PAT);
        assertThat(yarnrc(machine.home)).doesNotExist();
        Machine second = new Machine(Files.createDirectory(temp.resolve("second")));
        second.frontEnds(berry(machine.project, "4")).configure();
        assertThat(Files.readString(second.receipts().path()))
                .contains("npmAuthIdent")
                .doesNotContain(IDENT, PAT);
    }

    @Test
    void a_file_that_cannot_be_edited_stops_everything() throws IOException {
        Files.writeString(yarnrc(machine.project), "npmScopes: {}\nnpmRegistryServer: {}\n");
        assertThatThrownBy(machine::configure)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("Line 2")
                .hasMessageContaining("npmRegistryServer: \"" + REGISTRY + "\"");
        assertThat(yarnrc(machine.home)).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(names = {"BUILD", "EPHEMERAL"})
    void with_the_stores_that_stand_in_Yarn_gets_a_plugin_and_its_own_files_stay(CredentialStore store)
            throws IOException {
        Files.writeString(yarnrc(machine.project), "nodeLinker: node-modules\n");
        Files.writeString(yarnrc(machine.home), "enableTelemetry: false\n");
        Report report = machine.store(store).configure();
        assertThat(report.userConfig()).isEmpty();
        assertThat(report.yarnPlugin().orElseThrow())
                .content()
                .startsWith("// Written by feedauth-maven-plugin. It holds a credential.\nconst settings = [\n"
                        + "  [\"npmRegistryServer\", \"" + REGISTRY + "\"],\n"
                        + "  [\"npmRegistries\", \"" + REGISTRY + "\", \"npmAlwaysAuth\", true],\n"
                        + "  [\"npmRegistries\", \"" + REGISTRY + "\", \"npmAuthIdent\", \"" + IDENT + "\"],\n"
                        + "];\n");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(report.yarnPlugin().get())))
                .isEqualTo("rw-------");
        assertThat(yarnrc(machine.project)).hasContent("nodeLinker: node-modules\n");
        assertThat(yarnrc(machine.home)).hasContent("enableTelemetry: false\n");
        assertThat(machine.configure().files()).noneMatch(Report.FileReport::changed);

        machine.clean();
        machine.ephemeral.close();
        assertThat(report.yarnPlugin().get()).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(names = {"BUILD", "EPHEMERAL"})
    void npm_and_Yarn_in_one_module_are_lent_a_file_each(CredentialStore store) throws IOException {
        Path npm = Files.createDirectory(machine.root.resolve("npm"));
        Report report = machine.frontEnds(berry(machine.project, "4.18.1"), new FrontEnd(npm, npm, Client.NPM))
                .store(store)
                .configure();
        assertThat(report.userConfig().orElseThrow()).hasContent(Machine.CREDENTIALS + "registry=" + REGISTRY + "\n");
        assertThat(report.yarnPlugin()).isPresent();
        machine.ephemeral.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"BUILD", "EPHEMERAL"})
    void a_dry_run_shows_what_Yarn_would_be_told_without_the_credential(CredentialStore store) throws IOException {
        var before = machine.everything();
        Report report = machine.store(store).dryRun().configure();
        assertThat(report.yarnPlugin()).isEmpty();
        assertThat(report.toString())
                .contains("npmRegistryServer: " + REGISTRY, "npmRegistries." + REGISTRY + ".npmAuthIdent: ***")
                .doesNotContain(IDENT, PAT);
        assertThat(machine.everything()).isEqualTo(before);
    }

    @Test
    void the_plugin_says_of_a_scope_where_to_publish_too() {
        Report report = machine.feeds(feed(REGISTRY, "@contoso"))
                .store(CredentialStore.BUILD)
                .configure();
        assertThat(report.yarnPlugin().orElseThrow())
                .content()
                .contains(
                        "[\"npmScopes\", \"contoso\", \"npmRegistryServer\", \"" + REGISTRY + "\"]",
                        "[\"npmScopes\", \"contoso\", \"npmPublishRegistry\", \"" + REGISTRY + "\"]");
    }

    @Test
    void settings_that_hide_the_credential_are_told() throws IOException {
        Files.writeString(yarnrc(machine.project), "npmAuthToken: \"${TEAM_TOKEN-}\"\n");
        assertThat(warnings()).singleElement().asString().contains(".yarnrc.yml, line 1: npmAuthToken");
    }

    @Test
    void Yarn_3_does_not_see_the_home_files_map_beside_the_projects() throws IOException {
        Files.writeString(
                yarnrc(machine.project), "npmRegistries:\n  \"https://a.example.com\":\n    npmAlwaysAuth: true\n");
        assertThat(warnings()).isEmpty();
        machine.frontEnds(berry(machine.project, "3.8.7"));
        assertThat(warnings()).singleElement().asString().contains("Yarn 3");
    }

    private List<String> warnings() {
        return machine.nextBuild().configure().files().stream()
                .flatMap(file -> file.warnings().stream())
                .toList();
    }

    private static String credential(String url) {
        return "npmRegistries:\n  \"" + url + "\":\n    npmAlwaysAuth: true\n    npmAuthIdent: \"" + IDENT + "\"\n";
    }

    private static Path yarnrc(Path folder) {
        return folder.resolve(".yarnrc.yml");
    }

    private static FrontEnd berry(Path folder, String version) {
        return new FrontEnd(folder, folder, new Client(PackageManager.YARN_BERRY, Optional.of(version)));
    }
}
