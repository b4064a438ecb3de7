package io.github.feedauth.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.configure.Entra;
import io.github.feedauth.credential.Credential;
import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedCoordinates;
import io.github.feedauth.project.Build;
import io.github.feedauth.project.Decrypted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A machine on which every source has a credential of its own: which of them is asked before which. */
@Timeout(60)
class CredentialOrderTest {
    private static final String URL = "https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/";

    private static final List<String> ORDER = List.of(
            "FEEDAUTH_PAT",
            "FEEDAUTH_PAT_FILE",
            "settings.xml",
            "ARTIFACTS_CREDENTIALPROVIDER_EXTERNAL_FEED_ENDPOINTS",
            "VSS_NUGET_EXTERNAL_FEED_ENDPOINTS",
            "ARTIFACTS_CREDENTIALPROVIDER_ACCESSTOKEN",
            "VSS_NUGET_ACCESSTOKEN",
            "SYSTEM_ACCESSTOKEN",
            "the Azure CLI");

    @TempDir
    Path temp;

    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private String serverId;
    private Assembly assembly;
    private final RecordedLog log = new RecordedLog();

    /** The agent of the pipeline is told by the log then, and not by the output of these tests. */
    @BeforeEach
    void a_daemon() {
        System.setProperty("mvnd.id", "0a1b");
    }

    @AfterEach
    void no_daemon() {
        System.clearProperty("mvnd.id");
    }

    @Test
    void each_source_answers_only_where_none_before_it_does() throws IOException {
        for (int without = 0; without < ORDER.size(); without++) {
            List<String> full = ORDER.subList(without, ORDER.size());
            // Both at once would be an error.
            fill(
                    without == 0
                            ? full.stream()
                                    .filter(source -> !source.endsWith("_FILE"))
                                    .toList()
                            : full);
            ResolvedCredential found = resolve(Entra.AZURE_CLI);
            assertThat(found.origin()).contains(full.get(0));
            assertThat(((Credential.Basic) found.credential()).password().reveal())
                    .isEqualTo("sentinel-of-" + full.get(0).replace(' ', '-'));
        }
    }

    @Test
    void where_none_has_one_each_that_was_asked_is_told_in_that_order() throws IOException {
        fill(List.of());
        request.getSystemProperties().setProperty("env.TF_BUILD", "True");
        assertThatThrownBy(() -> resolve(Entra.NONE))
                .isInstanceOf(FeedAuthFailure.class)
                .message()
                .containsSubsequence(ORDER.subList(0, ORDER.indexOf("the Azure CLI")));
    }

    @Test
    void Entra_is_asked_only_where_it_is_switched_on() throws IOException {
        fill(List.of("the Azure CLI"));
        assertThatThrownBy(() -> resolve(Entra.NONE)).hasMessageContaining("No credential for the feed");
    }

    @Test
    void a_server_id_that_is_nowhere_is_told_once_where_a_variable_comes_before_it() throws IOException {
        fill(List.of("FEEDAUTH_PAT", "settings.xml"));
        serverId = "Shred";
        assertThat(resolve(Entra.NONE).origin()).isEqualTo("environment variable FEEDAUTH_PAT");
        resolve(Entra.NONE);
        assertThat(log.lines)
                .containsExactly(
                        "warn: There is no server 'Shred' in settings.xml (it has: 'Shared'); the credential of " + URL
                                + " comes from environment variable FEEDAUTH_PAT. Correct serverId, or add that server");
    }

    @Test
    void a_server_id_that_is_there_is_not_worth_a_word() throws IOException {
        fill(List.of("FEEDAUTH_PAT", "settings.xml"));
        serverId = "Shared";
        resolve(Entra.NONE);
        assertThat(log.lines).isEmpty();
    }

    private void fill(List<String> full) throws IOException {
        assembly = null;
        request.getSystemProperties().clear();
        request.setServers(List.of());
        for (String source : full) {
            String token = "sentinel-of-" + source.replace(' ', '-');
            switch (source) {
                case "settings.xml" -> request.addServer(server(token));
                case "FEEDAUTH_PAT_FILE" ->
                    set(source, Files.writeString(temp.resolve("pat"), token).toString());
                case "the Azure CLI" -> set("PATH", folderOfAz(token) + ":" + System.getenv("PATH"));
                case "SYSTEM_ACCESSTOKEN" -> {
                    set(source, token);
                    set("TF_BUILD", "True");
                    set("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI", "https://dev.azure.com/contoso/");
                }
                default ->
                    set(
                            source,
                            source.endsWith("_ENDPOINTS")
                                    ? "{\"endpointCredentials\":[{\"endpoint\":\"" + URL + "\",\"password\":\"" + token
                                            + "\"}]}"
                                    : token);
            }
        }
    }

    private void set(String variable, String value) {
        request.getSystemProperties().setProperty("env." + variable, value);
    }

    private static Server server(String password) {
        Server server = new Server();
        server.setId("Shared");
        server.setPassword(password);
        return server;
    }

    private Path folderOfAz(String token) throws IOException {
        Path az = temp.resolve("az");
        Files.writeString(az, "#!/bin/sh\necho '{\"accessToken\":\"" + token + "\",\"expires_on\":4102444800}'\n");
        Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwx------"));
        return temp;
    }

    private ResolvedCredential resolve(Entra entra) {
        Feed feed = Feed.of(FeedCoordinates.ofUrl(URL).locate("parameter feed"));
        MavenProject module = Build.module(temp);
        if (assembly == null) {
            assembly = Assembly.of(Build.session(request, module));
        }
        return assembly.credentials(module, CredentialOrderTest::plain, "FEEDAUTH_PAT", serverId, entra, log)
                .resolve(feed);
    }

    /** Nothing is encrypted. */
    private static SettingsDecryptionResult plain(SettingsDecryptionRequest asked) {
        return new Decrypted(asked.getServers(), List.of());
    }
}
