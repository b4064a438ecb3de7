package io.github.feedauth.check;

import static io.github.feedauth.check.Desk.PAT;
import static io.github.feedauth.check.Desk.URL;
import static io.github.feedauth.check.Desk.base64;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.client.Client;
import io.github.feedauth.client.PackageManager;
import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.credential.EnvironmentSource;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedCoordinates;
import io.github.feedauth.feed.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which credential Yarn 2 and newer would send, from which line of which {@code .yarnrc.yml}. */
class YarnCheckTest {
    private static final String REGISTERED = "npmRegistryServer: \"" + URL + "\"\n";
    private static final String GOOD = "npmRegistries:\n  \"" + URL
            + "\":\n    npmAlwaysAuth: true\n    npmAuthIdent: \"" + base64("AzureDevOps:" + PAT) + "\"\n";

    @TempDir
    Path home;

    @TempDir
    Path project;

    private final Map<String, String> environment = new HashMap<>();
    private List<Scope> scopes = List.of();
    private Optional<Path> lent = Optional.empty();
    private String shown = "";

    @AfterEach
    void nothing_secret_shows() {
        assertThat(shown).isNotEmpty().doesNotContain(PAT, base64("AzureDevOps:" + PAT), "sentinel");
    }

    private Feed feed() {
        return new Feed(
                FeedCoordinates.ofUrl(URL).locate("test"),
                scopes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private YarnConfig config() {
        return new YarnConfig(environment, home, project, YarnDialect.NEWEST, lent);
    }

    private List<Finding> findings(String projectFile, String homeFile) throws IOException {
        own(project.resolve(".yarnrc.yml"), projectFile);
        own(home.resolve(".yarnrc.yml"), homeFile);
        return findings();
    }

    private static void own(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private List<Finding> findings() {
        Feed feed = feed();
        CheckRequest request = new CheckRequest(
                project,
                project,
                true,
                new Client(PackageManager.YARN_BERRY, Optional.empty()),
                List.of(feed),
                List.of(),
                false);
        CheckReport report = Check.reports(
                        List.of(new Check(new CredentialChain(
                                        List.of(new EnvironmentSource(Map.of("FEEDAUTH_PAT", PAT), "FEEDAUTH_PAT"))))
                                .yarn(request, config(), YarnConfig.ofHome(environment, home, YarnDialect.NEWEST))),
                        Optional.empty())
                .get(0);
        StringBuilder text = new StringBuilder(JsonReport.of(List.of(report)));
        new TextReport(
                        StandardCharsets.UTF_8,
                        (severity, line) -> text.append(line).append('\n'),
                        (severity, sign) -> sign)
                .write(report);
        shown = text.toString();
        return report.all().toList();
    }

    @Test
    void what_configure_writes_is_found_at_its_line() throws IOException {
        assertThat(findings(REGISTERED, GOOD)).isEmpty();
        assertThat(shown)
                .contains(
                        "npmAuthIdent at " + URL + " (user level, " + home.resolve(".yarnrc.yml") + ", line 4)",
                        project.resolve(".yarnrc.yml") + ", line 1",
                        "the token of environment variable FEEDAUTH_PAT");
    }

    @Test
    void a_plain_ident_is_the_same_credential() throws IOException {
        assertThat(findings(REGISTERED, GOOD.replace(base64("AzureDevOps:" + PAT), "AzureDevOps:" + PAT)))
                .isEmpty();
    }

    @Test
    void a_letter_that_is_no_UTF_8_is_read_over() throws IOException {
        findings(REGISTERED, GOOD);
        Path file = home.resolve(".yarnrc.yml");
        Files.write(file, (GOOD + "# f\u00fcr mich\n").getBytes(StandardCharsets.ISO_8859_1));
        List<Finding> findings = findings();
        assertThat(findings).extracting(Finding::code).containsExactly(Code.ENCODING);
        assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(findings.get(0).message()).contains("Yarn reads U+FFFD");
        assertThat(findings.get(0).place().orElseThrow().line())
                .isEqualTo((int) GOOD.lines().count() + 1);
    }

    @Test
    void none_is_what_Yarn_calls_YN0041_and_YN0033() throws IOException {
        List<Finding> findings = findings(REGISTERED, "enableTelemetry: false\n");
        assertThat(findings).extracting(Finding::code).containsExactly(Code.NO_CREDENTIAL);
        assertThat(findings.get(0).message()).contains("YN0041", "YN0033");
    }

    @Test
    void without_npmAlwaysAuth_beside_it_it_is_not_sent() throws IOException {
        List<Finding> findings = findings(REGISTERED, GOOD.replace("    npmAlwaysAuth: true\n", ""));
        assertThat(findings).extracting(Finding::code).containsExactly(Code.NO_CREDENTIAL);
        assertThat(findings.get(0).message()).contains("npmAlwaysAuth", "YN0041");
        assertThat(findings.get(0).place().orElseThrow().line()).isEqualTo(3);
    }

    @Test
    void another_registry_another_token_and_a_projects_token_that_hides_it() throws IOException {
        assertThat(findings("npmRegistryServer: \"https://registry.example/\"\n", GOOD))
                .extracting(Finding::code)
                .containsExactly(Code.NOT_REGISTERED);
        assertThat(findings("", GOOD)).extracting(Finding::code).containsExactly(Code.NOT_REGISTERED);
        assertThat(findings(REGISTERED, GOOD.replace(base64("AzureDevOps:" + PAT), base64("AzureDevOps:old"))))
                .extracting(Finding::code)
                .containsExactly(Code.OUTDATED_CREDENTIAL);
        assertThat(findings(REGISTERED + GOOD.replace(base64("AzureDevOps:" + PAT), base64("a:sentinel")), GOOD))
                .extracting(Finding::code)
                .contains(Code.SHADOWED);
    }

    @Test
    void what_Yarn_sends_to_another_registry_does_not_come_to_the_feed() throws IOException {
        String general = "npmAlwaysAuth: true\nnpmAuthToken: sentinel\n";
        assertThat(findings("npmRegistryServer: \"https://registry.example/\"\n", general))
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(Code.NOT_REGISTERED, Code.NO_CREDENTIAL);
        assertThat(shown).doesNotContain("npmAuthToken");
        scopes = List.of(Scope.parse("@shop", "test"));
        String scoped =
                "npmScopes:\n  shop:\n    npmRegistryServer: \"https://registry.example/\"\n    npmAuthToken: sentinel\n";
        assertThat(findings(scoped, ""))
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(Code.NOT_REGISTERED, Code.NO_CREDENTIAL);
        assertThat(shown).doesNotContain("npmAuthToken");
    }

    @Test
    void each_scope_needs_a_credential() throws IOException {
        scopes = List.of(Scope.parse("@shop", "test"), Scope.parse("@tools", "test"));
        String registry = "    npmRegistryServer: \"" + URL + "\"\n";
        String token = "    npmAuthIdent: \"" + base64("AzureDevOps:" + PAT) + "\"\n";
        List<Finding> findings = findings("npmScopes:\n  shop:\n" + registry + "  tools:\n" + registry + token, "");
        assertThat(findings)
                .filteredOn(finding -> finding.code() == Code.NO_CREDENTIAL)
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("Yarn has no credential for the packages of @shop");
    }

    @Test
    void a_file_that_is_not_read_here_leaves_open_what_Yarn_does() throws IOException {
        List<Finding> findings = findings(REGISTERED + "npmRegistries: {x: {npmAuthToken: sentinel}}\n", "");
        assertThat(findings).extracting(Finding::code).containsExactly(Code.UNREAD_YARN_FILE);
        assertThat(findings.get(0).message()).contains("can't be read: line 2");
        assertThat(findings.get(0).place().orElseThrow().line()).isEqualTo(2);
    }

    @Test
    void a_variable_that_is_not_set_is_an_error_and_one_that_is_set_is_read() throws IOException {
        String variable = GOOD.replace(base64("AzureDevOps:" + PAT), "AzureDevOps:${CI_PAT}");
        List<Finding> findings = findings(REGISTERED, variable);
        assertThat(findings).extracting(Finding::code).containsExactly(Code.YARN_VARIABLE);
        assertThat(findings.get(0).message()).contains("CI_PAT").doesNotContain("AzureDevOps");
        environment.put("CI_PAT", PAT);
        assertThat(findings(REGISTERED, variable)).isEmpty();
        assertThat(findings(REGISTERED, GOOD.replace(base64("AzureDevOps:" + PAT), "AzureDevOps:${NONE:-" + PAT + "}")))
                .isEmpty();
    }

    @Test
    void a_value_that_is_malformed_is_an_error_with_a_cure_of_its_own() throws IOException {
        for (String malformed : List.of("AzureDevOps:${", "AzureDevOps:${NONE:-text")) {
            List<Finding> findings = findings(REGISTERED, GOOD.replace(base64("AzureDevOps:" + PAT), malformed));
            assertThat(findings).extracting(Finding::code).containsExactly(Code.YARN_VARIABLE);
            assertThat(findings.get(0).cure()).contains("${NAME}", "backslash").doesNotContain("Set the variable");
        }
    }

    @Test
    void variables_of_the_environment_come_before_the_files() throws IOException {
        environment.put("YARN_NPM_REGISTRY_SERVER", "https://registry.example/");
        List<Finding> findings = findings(REGISTERED, GOOD);
        assertThat(findings).extracting(Finding::code).containsExactly(Code.OVERRIDDEN_REGISTRY);
        assertThat(findings.get(0).place().orElseThrow().name())
                .isEqualTo("environment variable YARN_NPM_REGISTRY_SERVER");
        environment.clear();
        environment.put("YARN_NPM_AUTH_IDENT", "AzureDevOps:" + PAT);
        environment.put("YARN_NPM_ALWAYS_AUTH", "true");
        assertThat(findings(REGISTERED, "")).isEmpty();
        assertThat(shown).contains("(environment level, environment variable YARN_NPM_AUTH_IDENT)");
    }

    @Test
    void npmAlwaysAuth_has_to_be_true_for_packages_without_a_scope_and_for_no_others() throws IOException {
        assertThat(findings(REGISTERED, GOOD.replace("npmAlwaysAuth: true", "npmAlwaysAuth: false")))
                .extracting(Finding::code)
                .containsExactly(Code.NO_CREDENTIAL);
        scopes = List.of(Scope.parse("@shop", "test"));
        String scoped = "npmScopes:\n  shop:\n    npmRegistryServer: \"" + URL + "\"\n";
        assertThat(findings(scoped, GOOD.replace("    npmAlwaysAuth: true\n", "")))
                .isEmpty();
        assertThat(shown).contains("@shop");
        assertThat(findings(REGISTERED, GOOD))
                .as("a scope without a registry of its own is read from that of all the others")
                .isEmpty();
    }

    @Test
    void what_stands_for_the_registry_hides_a_general_credential() throws IOException {
        assertThat(findings(
                        REGISTERED + "npmAuthToken: sentinel\n",
                        "npmRegistries:\n  \"" + URL + "\":\n    npmAlwaysAuth: true\n"))
                .extracting(Finding::code)
                .containsExactly(Code.NO_CREDENTIAL);
    }

    @Test
    void a_token_that_Azure_does_not_take_as_Bearer_and_an_ident_that_is_no_base64() throws IOException {
        String bearer = GOOD.replace("npmAuthIdent", "npmAuthToken").replace(base64("AzureDevOps:" + PAT), PAT);
        assertThat(findings(REGISTERED, bearer))
                .as("the same token in the wrong form is no other one")
                .extracting(Finding::code)
                .containsExactly(Code.PAT_AS_BEARER);
        assertThat(findings(REGISTERED, GOOD.replace(base64("AzureDevOps:" + PAT), "sentinel-without-colon")))
                .extracting(Finding::code)
                .contains(Code.INVALID_BASE64);
    }

    @Test
    void what_a_store_lends_comes_before_all_else() throws IOException {
        lent = Optional.of(Files.writeString(
                home.resolve("yarn-plugin.cjs"),
                "// Written by feedauth-maven-plugin. It holds a credential.\nconst settings = [\n"
                        + "  [\"npmRegistryServer\", \"" + URL + "\"],\n"
                        + "  [\"npmRegistries\", \"" + URL + "\", \"npmAlwaysAuth\", true],\n"
                        + "  [\"npmRegistries\", \"" + URL + "\", \"npmAuthIdent\", \""
                        + base64("AzureDevOps:" + PAT) + "\"],\n];\nmodule.exports = {};\n"));
        assertThat(findings(
                        "npmRegistryServer: \"https://registry.example/\"\nnpmRegistries:\n  \"" + URL
                                + "\":\n    npmAuthToken: sentinel\n",
                        ""))
                .isEmpty();
        assertThat(shown).contains("yarn-plugin.cjs, line 5");
    }

    private List<Code> exposures(String projectFile) throws IOException {
        List<Code> whoMayRead = List.of(Code.WIDE_MODE, Code.SECRET_TRACKED, Code.SECRET_NOT_IGNORED);
        return findings(projectFile, "enableTelemetry: false\n").stream()
                .map(Finding::code)
                .filter(whoMayRead::contains)
                .toList();
    }

    @Test
    void a_credential_in_a_file_that_git_tracks_or_does_not_ignore() throws Exception {
        git("init", "--quiet");
        assertThat(exposures(REGISTERED)).isEmpty();
        for (String secret : List.of(
                GOOD,
                "npmAuthToken: sentinel\n",
                "npmScopes:\n  shop:\n    \"npmAuthIdent\": 'ada:sentinel'\n",
                "npmScopes: {shop: {npmAuthToken: sentinel, npmAlwaysAuth: true}}\n")) {
            assertThat(exposures(REGISTERED + secret)).as(secret).containsExactly(Code.SECRET_NOT_IGNORED);
        }
        git("add", ".yarnrc.yml");
        assertThat(exposures(REGISTERED + GOOD)).containsExactly(Code.SECRET_TRACKED);
        assertThat(shown).contains("(" + project.resolve(".yarnrc.yml") + ")");
        environment.put("SENTINEL", PAT);
        for (String none : List.of(
                GOOD.replace(base64("AzureDevOps:" + PAT), "AzureDevOps:${SENTINEL}"),
                "npmAuthToken: ${SENTINEL}\n",
                "# npmAuthToken: sentinel\n",
                "npmAuthToken: # none\n",
                "npmAuthIdent: \"\"\n")) {
            assertThat(exposures(REGISTERED + none)).as(none).isEmpty();
        }
    }

    @Test
    void a_mode_that_lets_others_read_the_credential() throws IOException {
        findings(REGISTERED, GOOD);
        Files.setPosixFilePermissions(home.resolve(".yarnrc.yml"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(project.resolve(".yarnrc.yml"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(findings()).extracting(Finding::code).containsExactly(Code.WIDE_MODE);
        assertThat(shown).contains("(" + home.resolve(".yarnrc.yml") + ")");
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command)
                        .directory(project.toFile())
                        .start()
                        .waitFor())
                .isZero();
    }
}
