package io.github.feedauth.check;

import static io.github.feedauth.check.Desk.KEY;
import static io.github.feedauth.check.Desk.PAT;
import static io.github.feedauth.check.Desk.URL;
import static io.github.feedauth.check.Desk.base64;
import static io.github.feedauth.check.Desk.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.client.PackageManager;
import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedLocation;
import io.github.feedauth.feed.Scope;
import io.github.feedauth.probe.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is found by looking at the files alone: for each code a machine where it is found, at its line, and the good one where it is not. */
@Timeout(60)
class FindingsTest {
    private static final String OTHER = "//registry.example/npm/";

    @TempDir
    Path temp;

    private Desk desk;
    private CheckReport report;

    @BeforeEach
    void a_machine_that_is_configured() throws IOException {
        desk = new Desk(temp);
    }

    @AfterEach
    void nothing_secret_is_in_any_report() {
        StringBuilder shown = new StringBuilder(JsonReport.of(List.of(report)));
        new TextReport(StandardCharsets.UTF_8, (severity, line) -> shown.append(line), (severity, sign) -> sign)
                .write(report);
        assertThat(shown.append(report))
                .doesNotContain("sentinel")
                .doesNotContain(base64(PAT).substring(0, 20));
    }

    private List<String> codes() {
        report = desk.check();
        return report.all().map(finding -> finding.code().text()).toList();
    }

    private Finding only(Code code) {
        assertThat(codes()).containsOnly(code.text());
        return report.all().findFirst().orElseThrow();
    }

    private Finding found(Code code) {
        report = desk.check();
        return report.all()
                .filter(finding -> finding.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static String line(Finding finding) {
        return finding.place().map(Place::toString).orElse("").replaceFirst(".*/", "");
    }

    @Test
    void nothing_on_a_machine_that_configure_has_written() {
        assertThat(codes()).isEmpty();
        FeedReport feed = report.feeds().get(0);
        assertThat(feed.sent().orElseThrow().shown())
                .isEqualTo("username and _password at " + KEY + " (user level, " + desk.home.resolve(".npmrc")
                        + ", line 2)");
        assertThat(feed.target().lines())
                .singleElement()
                .hasToString("registry (" + desk.project.resolve(".npmrc") + ", line 1)");
    }

    @Test
    void no_credential_and_which_source_would_have_one() throws IOException {
        desk.user("");
        assertThat(only(Code.NO_CREDENTIAL).cure()).contains("settings.xml", "<server> Shared", "FEEDAUTH_PAT");
        desk.environment.put("FEEDAUTH_PAT", PAT);
        assertThat(only(Code.NO_CREDENTIAL).cure()).startsWith("environment variable FEEDAUTH_PAT has one: run mvn");
    }

    @Test
    void the_variable_to_put_a_PAT_into_is_the_one_that_is_asked() throws IOException {
        desk.user("").patEnvName = "SHOP_PAT";
        assertThat(only(Code.NO_CREDENTIAL).cure())
                .isEqualTo(
                        "Put a PAT into the environment variable SHOP_PAT, or into settings.xml, as the <server> Shared,"
                                + " and run mvn feedauth:configure");
        desk.environment.put("SHOP_PAT", PAT);
        assertThat(only(Code.NO_CREDENTIAL).cure()).startsWith("environment variable SHOP_PAT has one: run mvn");
        desk.environment.remove("SHOP_PAT");
        FeedLocation location = desk.feeds.get(0).location();
        desk.feeds.set(0, new Feed(location, List.of(), Optional.empty(), Optional.of("TEAM_PAT"), Optional.empty()));
        assertThat(only(Code.NO_CREDENTIAL).cure())
                .startsWith(
                        "Put a PAT into the environment variable TEAM_PAT, or into the environment variable SHOP_PAT, or");
    }

    @Test
    void half_a_credential_is_none() throws IOException {
        desk.user(KEY + ":_password=" + base64(PAT) + "\n");
        assertThat(only(Code.NO_CREDENTIAL).message()).contains("there is only _password", "line 1");
    }

    @Test
    void a_stale_token_that_npm_takes_first() throws IOException {
        desk.user(good() + KEY + ":_authToken=eyJ.sentinel.x\n");
        assertThat(line(only(Code.OTHER_CREDENTIAL_FIRST))).isEqualTo(".npmrc, line 3");
        desk.user(KEY + ":_auth=" + base64("any:" + PAT) + "\n" + good());
        assertThat(line(only(Code.OTHER_CREDENTIAL_FIRST))).isEqualTo(".npmrc, line 1");
    }

    @Test
    void keys_of_the_project_or_the_environment_that_hide_the_users() throws IOException {
        desk.project(KEY + ":username=someone\n");
        assertThat(line(only(Code.SHADOWED))).isEqualTo(".npmrc, line 2");
        desk.project("");
        desk.environment.put("npm_config_" + KEY + ":_password", base64("other"));
        assertThat(only(Code.SHADOWED).cure()).isEqualTo("Unset that variable");
        assertThat(only(Code.SHADOWED).place().orElseThrow().name()).startsWith("environment variable npm_config_//");
    }

    @Test
    void a_variable_that_is_empty_hides_the_users_too() throws IOException {
        desk.project(KEY + ":_password=${NOT_SET?}\n");
        assertThat(codes()).contains("FA101", "FA103");
    }

    @Test
    void a_registry_that_no_line_names_or_that_another_takes_the_place_of() throws IOException {
        Files.delete(desk.project.resolve(".npmrc"));
        assertThat(only(Code.NOT_REGISTERED).message()).contains("no registry line names it");
        desk.project("registry=https://registry.example/npm/\n");
        assertThat(line(found(Code.NOT_REGISTERED))).isEqualTo(".npmrc, line 2");
    }

    @Test
    void the_plugins_npmRegistryURL_that_beats_every_file() {
        desk.flags.add(new Setting(
                ConfigLevel.COMMAND_LINE,
                Place.named("npmRegistryURL of x"),
                "registry",
                "https://registry.example/npm/"));
        assertThat(only(Code.OVERRIDDEN_REGISTRY).place().orElseThrow()).hasToString("npmRegistryURL of x");
        desk.flags.set(0, new Setting(ConfigLevel.COMMAND_LINE, Place.named("npmRegistryURL of x"), "registry", URL));
        assertThat(codes()).isEmpty();
    }

    @Test
    void a_token_that_the_source_no_longer_holds() throws IOException {
        desk.environment.put("FEEDAUTH_PAT", "another".repeat(7) + "ano");
        assertThat(only(Code.OUTDATED_CREDENTIAL).message()).contains("environment variable FEEDAUTH_PAT");
        desk.environment.put("FEEDAUTH_PAT", PAT);
        assertThat(codes()).isEmpty();
        assertThat(report.feeds().get(0).source()).contains("environment variable FEEDAUTH_PAT");
        desk.user(KEY + ":_authToken=" + PAT + "\n");
        assertThat(codes())
                .as("the same token in the wrong form is no other one")
                .containsExactly("FA111");
    }

    @Test
    void keys_that_npm_does_not_take_for_this_registry() throws IOException {
        for (String wrong : List.of(
                KEY.replace("contoso", "Contoso"),
                KEY.replace("pkgs.dev", "PKGS.dev"),
                KEY.replace("azure.com/", "azure.com:443/"),
                KEY.replace("Shared", "Shared@Release"))) {
            desk.user(good().replace(KEY, wrong));
            assertThat(codes()).as(wrong).contains("FA101", "FA107");
        }
        desk.feeds.clear();
        String spaced = URL.replace("contoso/", "contoso/Web%20Shop/");
        desk.feed(spaced).project("registry=" + spaced + "\n");
        desk.user(good().replace("contoso/", "contoso/Web Shop/"));
        assertThat(codes()).contains("FA101", "FA107");
        assertThat(found(Code.MISSPELT_KEY).cure()).contains("//pkgs.dev.azure.com/contoso/Web%20Shop/_packaging");
        desk.user(good().replace("contoso/", "contoso/Web%20Shop/"));
        assertThat(codes()).isEmpty();
    }

    @Test
    void passwords_that_are_not_base64_of_the_token_alone() throws IOException {
        desk.user(KEY + ":username=any\n" + KEY + ":_password=" + PAT + "!\n");
        assertThat(line(only(Code.INVALID_BASE64))).isEqualTo(".npmrc, line 2");
        desk.user(KEY + ":username=any\n" + KEY + ":_password=" + base64("any:" + PAT) + "\n");
        assertThat(line(only(Code.USER_IN_PASSWORD))).isEqualTo(".npmrc, line 2");
        desk.user(KEY + ":username=any\n" + KEY + ":_password=" + base64(PAT + "\n") + "\n");
        assertThat(line(only(Code.SPACE_IN_PASSWORD))).isEqualTo(".npmrc, line 2");
    }

    @Test
    void another_registrys_password_may_have_blanks_and_begin_with_the_user_name() throws IOException {
        String nexus = "https://nexus.example/repository/npm/";
        desk.feeds.clear();
        desk.feed(nexus);
        Files.writeString(desk.project.resolve(".npmrc"), "registry=" + nexus + "\n");
        for (String good : List.of("correct horse battery", "AzureDevOps:x", "x:" + PAT)) {
            desk.user(other("//nexus.example/repository/npm/", good));
            assertThat(codes()).as(good).isEmpty();
        }
        for (String wrong : List.of("correct\n", "correct\r\n", "\tcorrect", "correct\0")) {
            desk.user(other("//nexus.example/repository/npm/", wrong));
            assertThat(line(only(Code.SPACE_IN_PASSWORD))).isEqualTo(".npmrc, line 2");
        }
    }

    private static String other(String key, String password) {
        return key + ":username=AzureDevOps\n" + key + ":_password=" + base64(password) + "\n";
    }

    @Test
    void a_PAT_as_Bearer_which_Azure_does_not_take() throws IOException {
        desk.user(KEY + ":_authToken=" + PAT + "\n");
        assertThat(line(only(Code.PAT_AS_BEARER))).isEqualTo(".npmrc, line 1");
    }

    @Test
    void a_variable_that_is_not_set_on_an_unrelated_key() throws IOException {
        for (String[] known : new String[][] {
            {"NPM", "6.14.18", "ERROR", "npm 6 fails"},
            {"NPM", "7.24.2", "WARNING", "npm 6 and Yarn 1 fail"},
            {"NPM", "", "WARNING", "npm 6 and Yarn 1 fail"},
            {"PNPM", "7.33.7", "ERROR", "pnpm 7 passes over the whole file"},
            {"PNPM", "^10.1", "ERROR", "pnpm 10 passes over the whole file"},
            {"PNPM", ">=10", "WARNING", "pnpm up to 10"},
            {"PNPM", "9 || 11", "WARNING", "pnpm up to 10"},
            {"PNPM", "11.28.11", "WARNING", "pnpm up to 10"},
            {"PNPM", "", "WARNING", "pnpm up to 10"},
            {"YARN_CLASSIC", "1.22.22", "ERROR", "Yarn 1 fails"},
            {"BUN", "", "WARNING", "pnpm up to 10"}
        }) {
            desk.client = PackageManager.valueOf(known[0]);
            desk.project("//unrelated.test/:_authToken=${UNSET_TOKEN}\n"
                    + (desk.client == PackageManager.YARN_CLASSIC ? "always-auth=true\n" : ""));
            desk.version = Optional.of(known[1]).filter(version -> !version.isEmpty());
            Finding finding = only(Code.UNSET_VARIABLE);
            assertThat(finding.severity()).as(known[0] + known[1]).hasToString(known[2]);
            assertThat(finding.message())
                    .startsWith("//unrelated.test/:_authToken refers to the variable UNSET_TOKEN, which is not set: ")
                    .contains(known[3]);
            assertThat(line(finding)).isEqualTo(".npmrc, line 2");
            assertThat(report.feeds().get(0).answer()).isEqualTo(new Answer.NotAsked("offline, or skipProbe is set"));
            assertThat(isAsked()).as(known[0] + known[1]).isEqualTo(known[2].equals("WARNING"));
        }
    }

    @Test
    void a_variable_that_is_not_set_in_a_credential_takes_the_place_of_what_is_wrong_with_its_text()
            throws IOException {
        desk.user(KEY + ":_authToken=${NPM_TOKEN}\n");
        Finding token = only(Code.UNSET_VARIABLE);
        assertThat(token.severity()).isEqualTo(Severity.ERROR);
        assertThat(token.message())
                .endsWith("refers to the variable NPM_TOKEN, which is not set: npm gets no credential from it");
        assertThat(token.cure()).endsWith("or run mvn feedauth:configure, which writes the credential itself");
        assertThat(report.feeds().get(0).findings()).containsExactly(token);
        desk.user(KEY + ":username=${WHO}\n" + KEY + ":_password=${A}${B}\n");
        assertThat(only(Code.UNSET_VARIABLE).message()).contains("variable WHO");
        assertThat(report.all().map(Finding::message))
                .anyMatch(text -> text.contains("the variables A and B, which are not set"));
        desk.environment.put("A", "");
        desk.environment.put("B", "bGE=");
        desk.environment.put("WHO", "me");
        assertThat(codes()).isEmpty();

        desk.feeds.clear();
        Files.writeString(desk.project.resolve(".npmrc"), "registry=https://nexus.test/npm/\n");
        desk.user("//nexus.test/npm/:_authToken=${NPM_TOKEN}\n");
        Finding other = only(Code.UNSET_VARIABLE);
        assertThat(other.severity()).isEqualTo(Severity.WARNING);
        assertThat(other.cure()).endsWith("or remove the line");
        assertThat(new NpmLook(desk.request(), desk.config(), Optional.empty(), new CredentialChain(List.of()))
                        .enquiries()
                        .get(0)
                        .reasonNotToAsk())
                .isEqualTo("the credential refers to a variable that is not set");
    }

    @Test
    void a_token_that_only_the_release_sets_is_an_error_where_the_client_fails_at_it() throws IOException {
        desk.project("@types:registry=https://registry.example/\n//registry.example/:_authToken=${NPM_TOKEN}\n");
        assertThat(only(Code.UNSET_VARIABLE).severity()).isEqualTo(Severity.WARNING);
        client(PackageManager.PNPM, "11");
        assertThat(only(Code.UNSET_VARIABLE).severity()).isEqualTo(Severity.WARNING);
        client(PackageManager.PNPM, "10.1.0");
        assertThat(only(Code.UNSET_VARIABLE).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void a_variable_that_is_not_set_in_a_registrys_address_or_in_another_variable() throws IOException {
        desk.project("@tools:registry=https://${TOOLS_HOST}/npm/\n");
        Finding finding = only(Code.UNSET_VARIABLE);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message()).endsWith("npm gets no registry from it");
        desk.feeds.set(
                0,
                new Feed(
                        desk.feeds.get(0).location(),
                        List.of(Scope.parse("@tools", "test")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(found(Code.UNSET_VARIABLE).severity()).isEqualTo(Severity.ERROR);
        Files.writeString(desk.project.resolve(".npmrc"), "registry=https://${TOOLS_HOST}/npm/\n");
        assertThat(found(Code.UNSET_VARIABLE).severity()).isEqualTo(Severity.ERROR);
        desk.feeds.clear();
        desk.feed(URL);
        desk.project("");
        desk.environment.put("npm_config_cache", "${CACHES}/npm");
        assertThat(only(Code.UNSET_VARIABLE).place().orElseThrow().name())
                .isEqualTo("environment variable npm_config_cache");
        assertThat(report.findings().get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(report.findings().get(0).cure()).endsWith("or unset the one that refers to it");
    }

    @Test
    void a_variable_that_is_not_set_in_a_key_which_Yarn_1_leaves_as_it_is() throws IOException {
        for (String line : List.of("${NOPE}=x", "//${NOPE}/:username=ada")) {
            desk.project("always-auth=true\n" + line + "\n");
            client(PackageManager.YARN_CLASSIC, "1.22.22");
            Finding finding = only(Code.UNSET_VARIABLE);
            assertThat(finding.severity()).as(line).isEqualTo(Severity.WARNING);
            assertThat(finding.message())
                    .startsWith("A key refers to the variable NOPE, which is not set: npm 6 fails at that")
                    .doesNotContain("Yarn");
            assertThat(isAsked()).isTrue();
            client(PackageManager.PNPM, "10.1.0");
            assertThat(found(Code.UNSET_VARIABLE).severity()).as(line).isEqualTo(Severity.ERROR);
        }
    }

    @Test
    void a_variable_with_a_question_mark_which_older_clients_take_for_a_part_of_its_name() throws IOException {
        desk.project("always-auth=true\ncache=${NOPE?}\n");
        for (String[] older : new String[][] {
            {"YARN_CLASSIC", "1.22.22", "Yarn 1 fails"},
            {"PNPM", "10.1.0", "pnpm 10 passes over the whole file"},
            {"NPM", "6.14.18", "npm 6 fails"}
        }) {
            client(PackageManager.valueOf(older[0]), older[1]);
            for (String set : List.of("NOT_NOPE", "NOPE")) {
                desk.environment.put(set, "x");
                Finding finding = found(Code.UNSET_VARIABLE);
                assertThat(finding.severity()).as(older[0]).isEqualTo(Severity.ERROR);
                assertThat(finding.message()).contains("${NOPE?}", "part of the name", older[2]);
                assertThat(finding.cure()).startsWith("Leave the question mark out and set the variable");
                assertThat(isAsked()).isFalse();
            }
            desk.environment.remove("NOPE");
        }
        client(PackageManager.PNPM, "11.1.0");
        assertThat(codes()).doesNotContain("FA133");
        client(PackageManager.NPM, "11.1.0");
        assertThat(codes()).doesNotContain("FA133");
        desk.project("always-auth=true\ncache=${" + PAT + "?}\n");
        client(PackageManager.YARN_CLASSIC, "1.22.22");
        assertThat(only(Code.UNSET_VARIABLE).message()).contains("refers to a variable that is not set");
    }

    private boolean isAsked() {
        return new NpmLook(desk.request(), desk.config(), Optional.empty(), new CredentialChain(List.of()))
                .enquiries()
                .get(0)
                .reasonNotToAsk()
                .isEmpty();
    }

    @Test
    void variables_that_may_be_missing_that_are_escaped_or_that_no_npm_expands() throws IOException {
        String key = "//unrelated.test/:_authToken";
        for (String none : List.of(
                key + "=${MAYBE?}\n",
                key + "=\\${NAME}\n",
                key + "[]=${NAME}\n",
                "; " + key + "=${NAME}\n",
                "cache=${NAME}\ncache=x\n",
                "cache=${HOME}\n",
                "cache=${}\n",
                "[section]\ncache=${NAME}\n")) {
            desk.project(none);
            assertThat(codes()).as(none).doesNotContain("FA133");
        }
        desk.project(key + "=${NAME-none}${NAME:-none}\n");
        assertThat(codes()).containsExactly("FA133");
        desk.client = PackageManager.PNPM;
        assertThat(codes()).isEmpty();
    }

    @Test
    void what_stands_between_the_braces_may_be_the_token_and_is_not_shown() throws IOException {
        desk.user(KEY + ":_authToken=${" + PAT + "}\n");
        assertThat(only(Code.UNSET_VARIABLE).message()).contains("refers to a variable that is not set:");
        desk.user(good() + "a=x${sentinel word}\n${" + PAT + "}=1\n");
        assertThat(codes()).containsExactly("FA133", "FA133");
    }

    @Test
    void one_PAT_for_two_organizations() throws IOException {
        String fabrikam = "https://pkgs.dev.azure.com/fabrikam/_packaging/Shared/npm/registry/";
        desk.project("@fabrikam:registry=" + fabrikam + "\n");
        desk.user(good() + good().replace("contoso", "fabrikam"));
        assertThat(only(Code.SEVERAL_ORGANIZATIONS).message()).contains("contoso, fabrikam", "1 December 2026");
    }

    @Test
    void a_registry_line_that_is_no_registry() throws IOException {
        desk.project("@tools:registry=https://dev.azure.com/contoso/_packaging?_a=feed\n");
        assertThat(line(only(Code.UNUSABLE_REGISTRY))).isEqualTo(".npmrc, line 2");
    }

    @Test
    void credentials_without_a_registry_that_make_npm_fail() throws IOException {
        desk.user(good() + "_authToken=sentinel\n");
        assertThat(line(only(Code.UNSCOPED_CREDENTIAL))).isEqualTo(".npmrc, line 3");
        desk.user(good() + "email=me@example.com\n");
        assertThat(line(only(Code.TOP_LEVEL_EMAIL))).isEqualTo(".npmrc, line 3");
    }

    @Test
    void an_empty_credential_without_a_registry_is_none_and_the_last_line_counts() throws IOException {
        for (String none :
                List.of("_authToken=\n", "_authToken=${NPM_TOKEN?}\n", "email=a@b.c\nemail=\n", "_auth=null\n")) {
            desk.user(good() + none);
            assertThat(codes()).as(none).isEmpty();
        }
        desk.user(good() + "email=a@b.c\nemail=d@e.f\n");
        assertThat(line(only(Code.TOP_LEVEL_EMAIL))).isEqualTo(".npmrc, line 4");
        assertThat(report.all()).hasSize(1);
    }

    @Test
    void always_auth_unless_Yarn_1_needs_it() throws IOException {
        desk.project("always-auth=true\n");
        assertThat(line(only(Code.ALWAYS_AUTH))).isEqualTo(".npmrc, line 2");
        desk.client = PackageManager.YARN_CLASSIC;
        assertThat(codes()).isEmpty();
    }

    @Test
    void Yarn_1_without_the_always_auth_that_it_needs_for_packages_without_a_scope() throws IOException {
        client(PackageManager.YARN_CLASSIC, "1.22.22");
        Finding finding = only(Code.WITHOUT_ALWAYS_AUTH);
        assertThat(finding.cure()).contains("mvn feedauth:configure", "always-auth=true", desk.project + "/.npmrc");
        desk.project("always-auth=false\n");
        assertThat(line(only(Code.WITHOUT_ALWAYS_AUTH))).isEqualTo(".npmrc, line 2");
        assertThat(report.all().findFirst().orElseThrow().cure()).isEqualTo("Set it to true");
        desk.project("//pkgs.dev.azure.com/contoso/:always-auth=true\n");
        assertThat(codes()).as("Yarn 1 does not look there").containsExactly("FA115");
        desk.environment.put("YARN_ALWAYS_AUTH", "true");
        assertThat(codes()).isEmpty();
        desk.environment.remove("YARN_ALWAYS_AUTH");
        for (String set : List.of(
                "always-auth=true\n",
                "always-auth\n",
                KEY + ":always-auth=true\n",
                KEY.replace("registry/", "") + ":always-auth=true\nalways-auth=false\n",
                URL + ":always-auth=true\n")) {
            desk.project(set);
            assertThat(codes()).as(set).isEmpty();
        }
        desk.project("");
        desk.environment.put("npm_config_always_auth", "true");
        assertThat(codes()).isEmpty();
    }

    @Test
    void what_configure_writes_is_what_Yarn_1_needs() throws IOException {
        desk.file("yarn.lock", "# yarn lockfile v1\n").client = PackageManager.YARN_CLASSIC;
        desk.environment.put("FEEDAUTH_PAT", PAT);
        assertThat(codes()).containsExactly("FA115");
        desk.configure();
        assertThat(codes()).isEmpty();
    }

    @Test
    void Yarn_1_sends_a_credential_for_packages_with_a_scope_without_always_auth() throws IOException {
        client(PackageManager.YARN_CLASSIC, "");
        desk.file(".npmrc", "@contoso:registry=" + URL + "\n").feeds.clear();
        assertThat(codes()).isEmpty();
        desk.project("");
        assertThat(codes()).containsExactly("FA115");
        desk.file(".npmrc", "registry=https://registry.example/\n");
        desk.user("//registry.example/:_authToken=eyJ.sentinel.x\n");
        assertThat(codes()).as("a registry that asks for none").isEmpty();
    }

    @Test
    void keys_below_a_section() throws IOException {
        desk.user("[section]\n" + good());
        assertThat(codes()).contains("FA101");
        assertThat(line(found(Code.AFTER_SECTION))).isEqualTo(".npmrc, line 2");
    }

    @Test
    void a_token_in_a_key_or_in_the_address_of_a_sign_in_page_is_not_repeated() throws IOException {
        String mistaken = "//any:" + PAT + "@pkgs.dev.azure.com/contoso/";
        desk.user("always-auth=x\n" + mistaken + ":always-auth=true\n" + good() + "[" + mistaken + "]\n" + mistaken
                + ":_authToken=x\n");
        assertThat(found(Code.AFTER_SECTION).message()).contains("//***@pkgs.dev.azure.com/contoso/:_authToken");
        assertThat(found(Code.ALWAYS_AUTH)).isNotNull();
        Target target = new Target(desk.feeds.get(0).url(), List.of(), Optional.of(desk.feeds.get(0)));
        assertThat(new ProbeFindings(target, "the token", Optional.empty())
                        .of(new Answer.SignInPage(Optional.of(PAT + ".evil.example")))
                        .orElseThrow()
                        .message())
                .doesNotContain(PAT)
                .contains("answers with a sign-in page, which means");
    }

    @Test
    void a_file_that_npm_cannot_read() throws IOException {
        Files.write(desk.home.resolve(".npmrc"), good().getBytes(StandardCharsets.UTF_16LE));
        assertThat(codes()).containsExactlyInAnyOrder("FA101", "FA125");
        Files.delete(desk.home.resolve(".npmrc"));
        Files.createDirectory(desk.home.resolve(".npmrc"));
        assertThat(codes()).containsExactlyInAnyOrder("FA101", "FA126");
    }

    @Test
    void a_letter_that_is_no_UTF_8_which_npm_reads_over() throws IOException {
        Path project = desk.project.resolve(".npmrc");
        Files.write(project, ("registry=" + URL + "\n; f\u00fcr unser Team\n").getBytes(StandardCharsets.ISO_8859_1));
        Finding finding = only(Code.ENCODING);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(line(finding)).isEqualTo(".npmrc, line 2");
        assertThat(finding.message()).contains("no UTF-8", "npm reads U+FFFD");
        desk.project("");
        Path user = desk.home.resolve(".npmrc");
        Files.write(user, ("; f\u00fcr mich\n" + good()).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(line(only(Code.ENCODING))).isEqualTo(".npmrc, line 1");
        desk.project("always-auth=true\n");
        report = desk.check();
        assertThat(TextReport.summary(CheckReport.findings(List.of(report)))).endsWith("2 warnings (FA123, FA125)");
    }

    @Test
    void a_mode_that_lets_others_read_the_credential() throws IOException {
        Files.setPosixFilePermissions(desk.home.resolve(".npmrc"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(only(Code.WIDE_MODE).message()).contains("rw-r--r--");
    }

    @Test
    void a_credential_in_a_file_that_git_tracks_or_does_not_ignore() throws Exception {
        git("init", "--quiet");
        desk.project(good());
        Files.setPosixFilePermissions(desk.project.resolve(".npmrc"), PosixFilePermissions.fromString("rw-------"));
        assertThat(codes()).contains("FA129").doesNotContain("FA128");
        git("add", ".npmrc");
        assertThat(codes()).contains("FA128").doesNotContain("FA129");
        git("rm", "--quiet", "--cached", "--force", ".npmrc");
        Files.writeString(desk.project.resolve(".gitignore"), ".npmrc\n");
        assertThat(codes()).doesNotContain("FA128", "FA129");
        git("add", "--force", ".npmrc");
        desk.project(KEY + ":_password=${PAT_BASE64}\n");
        assertThat(codes()).as("a variable is no secret").doesNotContain("FA128", "FA129");
    }

    @Test
    void a_link_to_a_file_that_git_tracks_or_does_not_ignore() throws Exception {
        Path dotfiles = Files.createDirectory(desk.home.resolve("dotfiles"));
        Path file = desk.home.resolve(".npmrc");
        Files.move(file, dotfiles.resolve("npmrc"));
        Files.createSymbolicLink(file, Path.of("dotfiles/npmrc"));
        assertThat(codes()).isEmpty();
        git(dotfiles, "init", "--quiet");
        assertThat(only(Code.SECRET_NOT_IGNORED).message()).contains("behind this link");
        git(dotfiles, "add", "npmrc");
        assertThat(only(Code.SECRET_TRACKED).message()).contains("what this link leads to");
        assertThat(only(Code.SECRET_TRACKED).place()).contains(Place.of(file));
    }

    @Test
    void a_link_that_git_tracks_to_a_file_elsewhere_gives_nothing_away() throws Exception {
        Path file = desk.home.resolve(".npmrc");
        Files.move(file, temp.resolve("secret"));
        Files.createSymbolicLink(file, temp.toRealPath().resolve("secret"));
        git(desk.home, "init", "--quiet");
        git(desk.home, "add", ".npmrc");
        assertThat(codes()).isEmpty();
    }

    private void git(String... arguments) throws Exception {
        git(desk.project, arguments);
    }

    private static void git(Path folder, String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .isZero();
    }

    private void member(String text) throws IOException {
        desk.file("package.json", "{\"workspaces\":[\"packages/*\"]}");
        desk.file("packages/a/package.json", "{\"name\":\"a\"}");
        desk.file("packages/a/.npmrc", text);
        desk.folder = desk.project.resolve("packages/a");
        Files.setPosixFilePermissions(desk.folder.resolve(".npmrc"), PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_members_file_that_npm_ignores() throws IOException {
        member("registry=https://registry.example/\n");
        assertThat(only(Code.IGNORED_MEMBER_FILE).cure())
                .isEqualTo("Move its lines to the .npmrc of the workspace's root");
        assertThat(report.root()).isEqualTo(desk.project);
    }

    @Test
    void a_credential_in_a_members_file_that_npm_ignores_and_git_tracks() throws Exception {
        member("save-exact=true\n" + good());
        assertThat(only(Code.IGNORED_MEMBER_FILE).cure())
                .endsWith(
                        "but no credential, which belongs into npm's user file: mvn feedauth:configure writes it there");
        git("init", "--quiet");
        assertThat(codes()).containsExactly("FA129", "FA130");
        git("add", ".");
        assertThat(codes()).containsExactly("FA128", "FA130");
        assertThat(found(Code.SECRET_TRACKED).place()).contains(Place.of(desk.folder.resolve(".npmrc")));
        Files.setPosixFilePermissions(desk.folder.resolve(".npmrc"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(codes()).containsExactlyInAnyOrder("FA127", "FA128", "FA130");
    }

    private void client(PackageManager client, String version) {
        desk.client = client;
        desk.version = Optional.of(version).filter(known -> !known.isEmpty());
    }

    @Test
    void a_members_file_that_pnpm_to_10_and_Yarn_1_take_before_the_roots() throws IOException {
        member("registry=https://registry.example/\n");
        desk.project("always-auth=true\n");
        for (String version : List.of("7.33.7", "^9.1.0", "10")) {
            client(PackageManager.PNPM, version);
            assertThat(codes()).as(version).containsOnly("FA104", "FA123");
        }
        client(PackageManager.YARN_CLASSIC, "1.22.22");
        Finding finding = only(Code.NOT_REGISTERED);
        assertThat(finding.place()).contains(new Place(desk.folder + "/.npmrc", 1));
        assertThat(finding.cure())
                .isEqualTo("Remove that line, which comes before those that mvn feedauth:configure writes into "
                        + desk.project.resolve(".npmrc") + ", or declare the feed that is meant");
    }

    @Test
    void a_members_file_that_Bun_and_pnpm_from_11_on_ignore() throws IOException {
        member("registry=https://registry.example/\n");
        for (String version : List.of("11.0.1", "12", "", ">=9", ">=8 <12", "9 || 10 || 11", "9 - 12")) {
            client(PackageManager.PNPM, version);
            assertThat(only(Code.IGNORED_MEMBER_FILE).message())
                    .startsWith("pnpm 11 and newer ignore this file, and older ones take it before");
        }
        client(PackageManager.BUN, "");
        assertThat(only(Code.IGNORED_MEMBER_FILE).message()).startsWith("Bun ignores this file");
    }

    @Test
    void in_a_member_Yarn_1_takes_the_users_file_before_the_roots() throws IOException {
        member("always-auth=true\n");
        client(PackageManager.YARN_CLASSIC, "");
        assertThat(codes()).isEmpty();
        assertThat(report.feeds().get(0).target().lines().get(0).level()).isEqualTo(ConfigLevel.ABOVE);
        desk.user("registry=https://registry.example/\n" + good());
        assertThat(only(Code.NOT_REGISTERED).cure()).startsWith("Remove that line");
        client(PackageManager.PNPM, "10");
        assertThat(codes()).containsExactly("FA123");
        client(PackageManager.YARN_CLASSIC, "");
        desk.user(good()).file("packages/.npmrc", "registry=https://registry.example/\n");
        assertThat(only(Code.NOT_REGISTERED).cure()).startsWith("Remove that line");
        desk.folder = desk.project;
        client(PackageManager.YARN_CLASSIC, "");
        desk.project("always-auth=true\n");
        assertThat(codes()).isEmpty();
    }

    @Test
    void keys_that_npm_refuses_in_files_above_that_only_Yarn_1_reads() throws IOException {
        desk.project("always-auth=true\n");
        Path above = temp.resolve(".npmrc");
        Files.writeString(above, "_authToken=sentinel\nemail=ada@example.com\n");
        Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rw-------"));
        client(PackageManager.YARN_CLASSIC, "1.22.22");
        assertThat(codes()).isEmpty();
        desk.project("always-auth=true\nemail=ada@example.com\n");
        assertThat(codes()).containsExactly("FA122");
    }

    @Test
    void variables_of_Yarn_1_do_not_move_the_global_file() throws IOException {
        desk.project("always-auth=true\n").file("g/etc/npmrc", "cache=${NOPE}\n");
        client(PackageManager.YARN_CLASSIC, "1.22.22");
        desk.environment.put("YARN_PREFIX", desk.project + "/g");
        assertThat(codes()).isEmpty();
        desk.environment.put("YARN_GLOBALCONFIG", desk.project + "/g/etc/npmrc");
        assertThat(codes()).isEmpty();
        desk.environment.put("PREFIX", desk.project + "/g");
        assertThat(only(Code.UNSET_VARIABLE).place()).contains(new Place(desk.project + "/g/etc/npmrc", 1));
    }

    @Test
    void a_credential_in_a_members_file_that_is_read() throws Exception {
        member(good());
        git("init", "--quiet");
        git("add", ".");
        client(PackageManager.PNPM, "10");
        assertThat(codes()).containsOnly("FA103", "FA128");
        desk.user("");
        assertThat(only(Code.SECRET_TRACKED).place()).contains(Place.of(desk.folder.resolve(".npmrc")));
    }

    @Test
    void lock_files_that_lead_where_npm_has_no_credential() throws IOException {
        String elsewhere = "https://pkgs.dev.azure.com/fabrikam/_packaging/Old/npm/registry/a/-/a-1.0.0.tgz";
        String here = URL + "b/-/b-1.0.0.tgz";
        String guid = "https://pkgs.dev.azure.com/contoso/_packaging/0a1b/npm/registry/c/-/c-1.0.0.tgz";
        Path lock = desk.project.resolve("package-lock.json");
        for (String text : List.of(
                "{\"lockfileVersion\":3,\"packages\":{\n\"node_modules/b\":{\"resolved\":\"%s\"},\n\"node_modules/x/node_modules/a\":{\"resolved\":\"%s\"},\"node_modules/c\":{\"resolved\":\"%s\"}}}",
                "{\"lockfileVersion\":1,\"dependencies\":{\n\"b\":{\"resolved\":\"%s\",\n\"dependencies\":{\"a\":{\"resolved\":\"%s\"}}},\"c\":{\"resolved\":\"%s\"}}}")) {
            Files.writeString(lock, text.formatted(here, elsewhere, guid));
            Finding finding = only(Code.LOCKED_TO_OTHER_FEED);
            assertThat(finding.message())
                    .startsWith("1 package is locked to https://pkgs.dev.azure.com/fabrikam/_packaging/Old/");
            assertThat(line(finding)).isEqualTo("package-lock.json, line 3");
        }
        Files.writeString(lock, "{\"packages\":{\"node_modules/a\":{\"resolved\":\"https://npm.example/a.tgz\"}}}");
        assertThat(only(Code.LOCKED_TO_OTHER_HOST).message()).contains("https://npm.example/");
        desk.user(good() + "//npm.example/:_authToken=eyJ.sentinel.x\n");
        assertThat(codes()).isEmpty();

        Files.writeString(lock, "{\"packages\":{\"node_modules/a\":{\"resolved\":\"" + URL + "a/-/a-1.0.0.tgz\"}}}");
        desk.user("");
        assertThat(codes()).as("a declared feed is told of by its own finding").containsExactly("FA101");
    }

    @Test
    void a_lock_file_of_thousands_of_packages_takes_no_time() throws IOException {
        StringBuilder lock = new StringBuilder("{\"packages\":{\"\":{}");
        for (int i = 0; i < 20_000; i++) {
            lock.append(",\"node_modules/p%d\":{\"resolved\":\"https://h%d.example/p.tgz\"}".formatted(i, i % 50));
        }
        Files.writeString(desk.project.resolve("package-lock.json"), lock.append("}}"));
        assertThat(codes()).hasSize(50).containsOnly("FA142");
    }

    @Test
    void a_console_without_the_signs_gets_plain_ASCII_and_a_cure_of_several_lines_stays_so() throws IOException {
        Files.write(desk.home.resolve(".npmrc"), good().getBytes(StandardCharsets.UTF_16LE));
        report = desk.check();
        List<String> lines = new java.util.ArrayList<>();
        new TextReport(StandardCharsets.US_ASCII, (severity, line) -> lines.add(line), (severity, sign) -> sign)
                .write(report);
        assertThat(lines).allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c < 0x7f));
        assertThat(lines).anyMatch(line -> line.startsWith("  x FA125 "));
        assertThat(lines).anyMatch(line -> line.startsWith("    -> Convert it to UTF-8"));
        assertThat(lines).contains("       in a Unix shell:");
    }

    @Test
    void a_file_that_npm_cannot_read_is_told_before_what_comes_of_it() throws IOException {
        Files.write(desk.home.resolve(".npmrc"), good().getBytes(StandardCharsets.UTF_16LE));
        desk.project("always-auth=true\n");
        report = desk.check();
        List<String> lines = new java.util.ArrayList<>();
        new TextReport(StandardCharsets.UTF_8, (severity, line) -> lines.add(line), (severity, sign) -> sign)
                .write(report);
        assertThat(String.join("\n", lines)).containsSubsequence("FA125", URL, "FA101", "npm's configuration", "FA123");
        assertThat(TextReport.summary(CheckReport.findings(List.of(report)))).endsWith("(FA125, FA101, FA123)");
    }

    @Test
    void the_package_manager_is_named_that_the_project_uses() throws IOException {
        desk.user("").client = PackageManager.PNPM;
        report = desk.check();
        assertThat(report.client()).isEqualTo("pnpm");
        assertThat(report.all().map(Finding::message)).containsExactly("pnpm has no credential for this registry");
        desk.file(".npmrc", "").client = PackageManager.BUN;
        report = desk.check();
        assertThat(report.client()).isEqualTo("Bun");
        assertThat(report.all().map(Finding::message))
                .contains("Bun does not know this feed: no registry line names it");
    }

    @Test
    void a_file_that_is_only_lent_is_named_as_the_one_that_it_stands_for() throws IOException {
        Path lent = desk.home.resolve("lent");
        Files.writeString(lent, good() + "email=me\n");
        Path named = desk.project.resolve("target/feedauth/npmrc");
        report = desk.check(lent, named);
        assertThat(report.feeds().get(0).sent().orElseThrow().shown()).endsWith("(user level, " + named + ", line 2)");
        assertThat(report.all()
                        .map(finding -> finding.place().map(Place::toString).orElse("")))
                .contains(named + ", line 3")
                .noneMatch(place -> place.contains(lent.toString()));
    }

    @Test
    void another_registrys_key_is_none_of_our_business() throws IOException {
        desk.user(good() + OTHER + ":_password=!!\n");
        assertThat(codes()).isEmpty();
    }
}
