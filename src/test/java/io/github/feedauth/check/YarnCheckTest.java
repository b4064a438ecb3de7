package io.github.feedauth.check;

import static io.github.feedauth.check.Desk.PAT;
import static io.github.feedauth.check.Desk.URL;
import static io.github.feedauth.check.Desk.base64;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.client.Client;
import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.client.PackageManager;
import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.credential.EnvironmentSource;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedCoordinates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private String shown = "";

    @AfterEach
    void nothing_secret_shows() {
        assertThat(shown).isNotEmpty().doesNotContain(PAT, base64("AzureDevOps:" + PAT), "sentinel");
    }

    private List<Finding> findings(String projectFile, String homeFile) throws IOException {
        Files.writeString(project.resolve(".yarnrc.yml"), projectFile);
        Files.writeString(home.resolve(".yarnrc.yml"), homeFile);
        Feed feed = Feed.of(FeedCoordinates.ofUrl(URL).locate("test"));
        CheckReport report = new YarnCheck(
                        home,
                        new CredentialChain(
                                List.of(new EnvironmentSource(Map.of("FEEDAUTH_PAT", PAT), "FEEDAUTH_PAT"))))
                .run(
                        new FrontEnd(project, project, new Client(PackageManager.YARN_BERRY, Optional.of("4.0.0"))),
                        List.of(feed));
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
}
