package io.github.feedauth.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.check.CheckRequest;
import io.github.feedauth.check.ConfigLevel;
import io.github.feedauth.check.NpmConfigReader;
import io.github.feedauth.check.Place;
import io.github.feedauth.check.Setting;
import io.github.feedauth.check.YarnConfig;
import io.github.feedauth.check.YarnDialect;
import io.github.feedauth.client.Client;
import io.github.feedauth.client.NpmUserFile;
import io.github.feedauth.client.PackageManager;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedCoordinates;
import io.github.feedauth.probe.Loopback;
import io.github.feedauth.probe.Probe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told before a package is published, with a server that knows what an Azure feed knows of versions. */
@Timeout(60)
class CheckPublishTest {
    private static final String DELETED = "/contoso/_apis/packaging/feeds/Shared/npm/";

    @TempDir
    Path temp;

    private final Map<String, String> known = new HashMap<>();
    private final List<Setting> flags = new ArrayList<>();
    private final List<Feed> feeds = new ArrayList<>();
    private int refusal = 404;
    private Loopback server;

    @BeforeEach
    void a_package_and_a_feed_that_knows_none_of_its_versions() throws IOException {
        server = new Loopback(exchange -> {
            String body = known.get(exchange.getRequestURI().toString());
            byte[] bytes = (body == null ? "{}" : body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(body == null ? refusal : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        manifest("\"name\":\"@shop/words\",\"version\":\"1.0.0\"");
        npmrc("registry=" + server.url());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void manifest(String fields) throws IOException {
        Files.writeString(temp.resolve("package.json"), "{" + fields + "}");
    }

    private void npmrc(String text) throws IOException {
        String key = server.url().substring("http:".length());
        Files.writeString(temp.resolve(".npmrc"), text + "\n" + key + ":_authToken=eyJ.sentinel.x\n");
    }

    private PackageReport only() {
        List<PackageReport> reports = run();
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }

    private List<PackageReport> run() {
        NpmUserFile userFile = new NpmUserFile(Map.of("HOME", "/nowhere"), false, Path.of("/nowhere"));
        CheckRequest request = new CheckRequest(temp, temp, true, Client.NPM, feeds, flags, false);
        List<PackageReport> reports = new CheckPublish(new Probe(url -> Optional.empty(), Duration.ofSeconds(5)))
                .npm(request, new NpmConfigReader(userFile, Optional.empty()).read(request));
        assertThat(reports.toString()).doesNotContain("sentinel");
        return reports;
    }

    private String openQuestion() {
        return only().findings().get(0).message();
    }

    private static List<String> codes(PackageReport report) {
        return report.findings().stream().map(finding -> finding.code().text()).toList();
    }

    @Test
    void a_free_version() throws IOException {
        assertThat(codes(only())).isEmpty();
        known.put("/contoso/_packaging/Shared/npm/registry/@shop%2fwords", "{\"versions\":{\"0.9.0\":{}}}");
        assertThat(codes(only())).isEmpty();
        assertThat(only().isPublishable()).isTrue();
        assertThat(server.authorizations).containsOnly("Bearer eyJ.sentinel.x");
    }

    @Test
    void a_version_that_is_there() {
        known.put("/contoso/_packaging/Shared/npm/registry/@shop%2fwords", "{\"versions\":{\"1.0.0\":{}}}");
        assertThat(codes(only())).containsExactly("FA301");
        assertThat(only().taken()).isTrue();
        assertThat(only().isPublishable()).isFalse();
    }

    @Test
    void a_version_as_npm_cleans_it() throws IOException {
        known.put("/contoso/_packaging/Shared/npm/registry/@shop%2fwords", "{\"versions\":{\"1.0.0\":{}}}");
        for (String spelling : List.of("1.0.0+build.5", "v1.0.0", "=1.0.0", "= v1.0.0", " 1.0.0 ")) {
            manifest("\"name\":\"@shop/words\",\"version\":\"" + spelling + "\"");
            assertThat(codes(only())).as(spelling).containsExactly("FA301");
        }
        manifest("\"name\":\"@shop/words\",\"version\":\"1.0.0+\"");
        assertThat(codes(only())).containsExactly("FA304");
    }

    @Test
    void a_version_that_was_unpublished_deleted_or_lies_in_the_recycle_bin() {
        String version = "@shop/words/versions/1.0.0?api-version=6.0-preview.1";
        known.put(DELETED + version, "{\"unpublishedDate\":\"2026-01-01\"}");
        assertThat(codes(only())).containsExactly("FA302");
        known.put(DELETED + version, "{\"unpublishedDate\":\"2026-01-01\",\"permanentlyDeletedDate\":\"2026-02-01\"}");
        assertThat(codes(only())).containsExactly("FA303");
        known.clear();
        known.put(DELETED + "RecycleBin/packages/" + version, "{}");
        assertThat(codes(only())).containsExactly("FA302");
    }

    @Test
    void a_feed_that_does_not_let_us_see() throws IOException {
        refusal = 401;
        assertThat(codes(only())).containsExactly("FA201");
        refusal = 403;
        assertThat(codes(only())).containsExactly("FA203");
        refusal = 503;
        assertThat(codes(only())).containsExactly("FA206");
        assertThat(openQuestion()).endsWith("so whether the version is free is not known");
        refusal = 429;
        assertThat(openQuestion()).endsWith("so whether the version is free is not known");
        refusal = 418;
        assertThat(codes(only())).containsExactly("FA207");
        assertThat(openQuestion()).endsWith(": whether the version is free is not known");
        assertThat(only().taken()).isFalse();
        refusal = 401;
        Files.writeString(temp.resolve(".npmrc"), "registry=" + server.url() + "\n");
        assertThat(codes(only())).containsExactly("FA101");
    }

    @Test
    void what_npm_refuses_or_does_not_publish() throws IOException {
        manifest("\"name\":\"@shop/words\",\"version\":\"1.0\"");
        assertThat(codes(only())).containsExactly("FA304");
        manifest("\"name\":\"Words\",\"version\":\"1.0.0\"");
        assertThat(codes(only())).containsExactly("FA304");
        for (String yes : List.of("true", "\"true\"", "1", "{}")) {
            manifest("\"name\":\"words\",\"version\":\"1.0.0\",\"private\":" + yes);
            assertThat(codes(only())).as(yes).containsExactly("FA307");
            assertThat(only().isPublishable()).isFalse();
        }
        assertThat(server.requests).isEmpty();
        for (String no : List.of("false", "\"\"", "0", "null")) {
            manifest("\"name\":\"words\",\"version\":\"1.0.0\",\"private\":" + no);
            assertThat(codes(only())).as(no).isEmpty();
        }
    }

    @Test
    void the_registry_is_the_one_that_npm_takes() throws IOException {
        String elsewhere = server.url().replace("Shared", "Elsewhere");
        feeds.add(Feed.of(FeedCoordinates.ofUrl(server.url()).locate("test")));
        manifest("\"name\":\"words\",\"version\":\"1.0.0\",\"publishConfig\":{\"registry\":\"" + elsewhere + "\"}");
        assertThat(only().registry()).isEqualTo(elsewhere);
        assertThat(codes(only())).contains("FA306");

        npmrc("@shop:registry=" + server.url());
        manifest("\"name\":\"@shop/words\",\"version\":\"1.0.0\",\"publishConfig\":{\"registry\":\"" + elsewhere
                + "\"}");
        assertThat(only().registry())
                .as("a scope's registry beats publishConfig.registry")
                .isEqualTo(server.url());
        manifest("\"name\":\"@shop/words\",\"version\":\"1.0.0\",\"publishConfig\":{\"@shop:registry\":\"" + elsewhere
                + "\"}");
        assertThat(only().registry()).isEqualTo(elsewhere);

        manifest("\"name\":\"words\",\"version\":\"1.0.0\",\"publishConfig\":{\"registry\":\"" + elsewhere + "\"}");
        flags.add(new Setting(ConfigLevel.COMMAND_LINE, Place.named("flag"), "registry", server.url()));
        assertThat(only().registry()).as("and so does the command line").isEqualTo(server.url());

        flags.clear();
        manifest("\"name\":\"words\",\"version\":\"1.0.0\"");
        assertThatThrownBy(this::run).isInstanceOf(FeedAuthFailure.class).hasMessageContaining("public registry");
    }

    @Test
    void a_view_takes_no_packages() throws IOException {
        npmrc("registry=" + server.url().replace("Shared", "Shared@Release"));
        assertThat(codes(only())).contains("FA305");
    }

    @Test
    void the_members_of_a_private_workspace() throws IOException {
        manifest("\"name\":\"root\",\"private\":true,\"workspaces\":[\"packages/*\"]");
        for (String name : List.of("b", "a")) {
            Path member = Files.createDirectories(temp.resolve("packages").resolve(name));
            Files.writeString(
                    member.resolve("package.json"), "{\"name\":\"%s\",\"version\":\"1.0.0\"}".formatted(name));
        }
        Path stranger = Files.createDirectories(temp.resolve("tools"));
        Files.writeString(stranger.resolve("package.json"), "{\"name\":\"stranger\",\"version\":\"1.0.0\"}");
        known.put("/contoso/_packaging/Shared/npm/registry/b", "{\"versions\":{\"1.0.0\":{}}}");
        assertThat(run())
                .extracting(PackageReport::spec, PackageReport::taken)
                .satisfiesExactly(
                        first -> assertThat(first.toList()).containsExactly("a@1.0.0", false),
                        second -> assertThat(second.toList()).containsExactly("b@1.0.0", true));
    }

    @Test
    void Yarn_publishes_where_its_own_files_say() throws IOException {
        String elsewhere = server.url().replace("Shared", "Elsewhere");
        yarnrc("npmRegistryServer: \"" + server.url() + "\"\n");
        assertThat(onlyOfYarn(Map.of()).registry()).isEqualTo(server.url());

        yarnrc("npmRegistryServer: " + elsewhere + "\nnpmPublishRegistry: \"" + server.url() + "\"\n");
        assertThat(onlyOfYarn(Map.of()).registry()).isEqualTo(server.url());

        yarnrc("npmScopes:\n  shop:\n    npmRegistryServer: " + elsewhere + "\nnpmRegistryServer: " + server.url()
                + "\n");
        assertThat(onlyOfYarn(Map.of()).registry())
                .as("a scope that only says where it is read from is published to the registry of all the others")
                .isEqualTo(server.url());

        yarnrc("npmScopes:\n  shop:\n    npmPublishRegistry: " + elsewhere + "\nnpmRegistryServer: " + server.url()
                + "\n");
        feeds.add(Feed.of(FeedCoordinates.ofUrl(server.url()).locate("test")));
        assertThat(onlyOfYarn(Map.of()).registry()).isEqualTo(elsewhere);
        assertThat(codes(onlyOfYarn(Map.of()))).contains("FA306");

        manifest("\"name\":\"@shop/words\",\"version\":\"1.0.0\",\"publishConfig\":{\"registry\":\"" + server.url()
                + "\"}");
        assertThat(onlyOfYarn(Map.of()).registry()).isEqualTo(server.url());

        manifest("\"name\":\"words\",\"version\":\"1.0.0\"");
        yarnrc("# nothing\n");
        assertThat(onlyOfYarn(Map.of("YARN_NPM_REGISTRY_SERVER", server.url())).registry())
                .isEqualTo(server.url());
        assertThatThrownBy(() -> onlyOfYarn(Map.of()))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("Yarn would publish words to its public registry");
    }

    @Test
    void and_with_the_credential_that_they_hold() throws IOException {
        yarnrc("npmRegistryServer: \"" + server.url() + "\"\nnpmRegistries:\n  \"" + server.url()
                + "\":\n    npmAuthIdent: \"any:${YARN_PAT-sentinel}\"\n");
        known.put("/contoso/_packaging/Shared/npm/registry/@shop%2fwords", "{\"versions\":{\"1.0.0\":{}}}");
        assertThat(codes(onlyOfYarn(Map.of()))).containsExactly("FA301");
        assertThat(server.authorizations).containsOnly("Basic YW55OnNlbnRpbmVs");

        yarnrc("npmRegistryServer: \"" + server.url() + "\"\n");
        server.authorizations.clear();
        assertThat(codes(onlyOfYarn(Map.of("YARN_NPM_AUTH_TOKEN", "eyJ.sentinel.y"))))
                .containsExactly("FA301");
        assertThat(server.authorizations).containsOnly("Bearer eyJ.sentinel.y");
        refusal = 401;
        known.clear();
        assertThat(codes(onlyOfYarn(Map.of()))).containsExactly("FA101");
    }

    @Test
    void a_file_that_is_not_read_here_is_not_taken_for_one_without_settings() throws IOException {
        for (String text : List.of(
                "nodeLinker: pnp\nnpmRegistryServer: &here \"" + server.url() + "\"\n",
                "enableTelemetry: false\nnpmScopes: {shop: {npmPublishRegistry: \"" + server.url() + "\"}}\n",
                "npmAuthIdent: a\n  {sentinel: [\n",
                "# why\nnpmRegistryServer: \"a\\tb\"\n")) {
            yarnrc(text);
            assertThatThrownBy(() -> onlyOfYarn(Map.of()))
                    .as(text)
                    .isInstanceOf(FeedAuthFailure.class)
                    .hasMessageContaining("can't be read")
                    .hasMessageContaining("line ")
                    .hasMessageContaining(temp.resolve(".yarnrc.yml").toString())
                    .hasMessageNotContaining("sentinel");
        }
    }

    @Test
    void a_variable_that_is_not_set_is_told_by_its_name() throws IOException {
        yarnrc("npmRegistryServer: \"" + server.url() + "\"\nnpmAuthIdent: \"sentinel:${CI_PAT}\"\n");
        assertThatThrownBy(() -> onlyOfYarn(Map.of()))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("npmAuthIdent refers to the environment variable CI_PAT, which is not set")
                .hasMessageContaining(".yarnrc.yml, line 2")
                .hasMessageNotContaining("sentinel");
        assertThat(codes(onlyOfYarn(Map.of("CI_PAT", "x")))).isEmpty();
    }

    @Test
    void what_stands_for_a_registry_hides_what_stands_for_all() throws IOException {
        refusal = 401;
        yarnrc("npmRegistryServer: \"" + server.url() + "\"\nnpmAuthToken: eyJ.sentinel.z\nnpmRegistries:\n  \""
                + server.url() + "\":\n    npmAlwaysAuth: true\n");
        assertThat(codes(onlyOfYarn(Map.of()))).containsExactly("FA101");
        assertThat(server.authorizations).containsOnly("none");
    }

    private void yarnrc(String text) throws IOException {
        Files.writeString(temp.resolve(".yarnrc.yml"), text);
    }

    private PackageReport onlyOfYarn(Map<String, String> environment) {
        List<PackageReport> reports = new CheckPublish(new Probe(url -> Optional.empty(), Duration.ofSeconds(5)))
                .yarn(
                        new CheckRequest(
                                temp,
                                temp,
                                true,
                                new Client(PackageManager.YARN_BERRY, Optional.empty()),
                                feeds,
                                flags,
                                false),
                        new YarnConfig(
                                environment,
                                temp.resolve("home"),
                                temp,
                                YarnDialect.of(Optional.empty()),
                                Optional.empty()));
        assertThat(reports).hasSize(1);
        assertThat(reports.toString()).doesNotContain("sentinel", "YW55OnNlbnRpbmVs");
        return reports.get(0);
    }
}
