package io.github.feedauth.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.client.Client;
import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.credential.AccessTokenSource;
import io.github.feedauth.credential.Credential;
import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.credential.CredentialSource;
import io.github.feedauth.credential.EntraSource;
import io.github.feedauth.credential.EnvironmentSource;
import io.github.feedauth.credential.FeedEndpointsSource;
import io.github.feedauth.credential.IssuedToken;
import io.github.feedauth.credential.MavenRepository;
import io.github.feedauth.credential.PipelineSource;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.credential.ServerSource;
import io.github.feedauth.credential.Servers;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedOrigin;
import io.github.feedauth.npmrc.NpmrcDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDiscoveryTest {
    private static final String PAT = "sentinel-pat";
    private static final String SHARED = "https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/";
    private static final String TOOLS = "https://pkgs.dev.azure.com/contoso/_packaging/Tools/npm/registry/";
    private static final String SHARED_MAVEN = "https://pkgs.dev.azure.com/contoso/_packaging/Shared/maven/v1";
    private static final String TOOLS_MAVEN = "https://pkgs.dev.azure.com/contoso/_packaging/Tools/maven/v1";

    private final Map<FrontEnd, String> projectFiles = new LinkedHashMap<>();
    private final List<MavenRepository> repositories = new ArrayList<>();
    private final Set<String> servers = new java.util.HashSet<>();

    @Test
    void the_Azure_registry_lines_of_the_project_file_are_the_feeds_with_their_scopes() {
        projectFile(
                "app",
                "@a:registry=" + TOOLS,
                "registry=" + SHARED,
                "@b:registry=" + TOOLS,
                "@c:registry=https://npm.example.com/");
        repository("azure", "https://pkgs.dev.azure.com/contoso/_packaging/Other/maven/v1");
        DiscoveredFeeds found = find();
        assertThat(found.feeds().list())
                .extracting(feed -> feed.url() + " " + feed.registryKeys() + " " + feed.origin())
                .containsExactly(
                        TOOLS + " [@a:registry, @b:registry] PROJECT_FILE", SHARED + " [registry] PROJECT_FILE");
        assertThat(found.reasons())
                .containsExactly(
                        "No feed is configured; " + file("app") + " names " + TOOLS + " as @a:registry, @b:registry",
                        "No feed is configured; " + file("app") + " names " + SHARED + " as registry");
    }

    @Test
    void a_line_is_read_as_npm_reads_it() {
        projectFile(
                "app",
                "registry=https://registry.example.com/",
                "registry = \"${FEED}\"",
                "[section]",
                "@a:registry=" + TOOLS);
        assertThat(find().feeds().list()).extracting(feed -> feed.url().text()).containsExactly(SHARED);
    }

    @Test
    void front_ends_of_a_module_may_share_feeds_but_not_disagree() {
        projectFile("shop", "registry=" + SHARED);
        projectFile("admin", "registry=" + SHARED.replace("Shared", "shared"), "@a:registry=" + TOOLS);
        assertThat(find().feeds().list()).hasSize(2);
        projectFile("third", "registry=" + TOOLS);
        assertThatThrownBy(this::find)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("more than one can be meant")
                .hasMessageContaining(SHARED + ": registry in " + file("shop"))
                .hasMessageContaining(TOOLS + ": registry in " + file("third"));
    }

    @Test
    void else_the_Azure_feed_among_the_Maven_repositories_is_chosen_as_its_npm_side_with_its_server() {
        projectFile("app", "registry=https://registry.example.com/", "legacy-peer-deps=true");
        repository("central", "https://repo.example.com/maven2");
        repository("azure-read", SHARED_MAVEN);
        repository("azure-write", SHARED_MAVEN + "/");
        servers.add("central");
        servers.add("azure-write");
        DiscoveredFeeds found = find();
        Feed feed = found.feeds().list().get(0);
        assertThat(found.feeds().list()).hasSize(1);
        assertThat(feed.url()).hasToString(SHARED);
        assertThat(feed.scopes()).isEmpty();
        assertThat(feed.serverId()).contains("azure-write");
        assertThat(feed.origin()).isEqualTo(FeedOrigin.MAVEN_REPOSITORY);
        assertThat(found.reasons())
                .containsExactly("No feed is configured; chosen is " + SHARED
                        + ", the npm side of Maven repository 'azure-read' in <repositories>");
    }

    @Test
    void an_id_without_a_server_is_not_insisted_on() {
        projectFile("app");
        repository("azure", SHARED_MAVEN);
        assertThat(find().feeds().list().get(0).serverId()).isEmpty();
    }

    @Test
    void several_Azure_feeds_among_the_Maven_repositories_are_listed_with_their_places() {
        projectFile("app");
        repository("one", SHARED_MAVEN);
        repository("two", TOOLS_MAVEN);
        assertThatThrownBy(this::find)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("more than one can be meant")
                .hasMessageContaining(SHARED + ": Maven repository 'one' in <repositories>")
                .hasMessageContaining(TOOLS + ": Maven repository 'two' in <repositories>")
                .hasMessageContaining("<feed>");
    }

    @Test
    void where_there_is_none_all_that_was_looked_at_is_listed_without_any_address() {
        projectFile("app", "registry=https://user:secret@npm.example.com/", "@a:registry=https://npm.example.com/");
        repository("central", "https://user:secret@repo.example.com/maven2");
        assertThatThrownBy(this::find)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageStartingWith("No feed is configured, and none of Azure Artifacts was found")
                .hasMessageContaining(file("app") + ", registry: ")
                .hasMessageContaining(file("app") + ", @a:registry: not a feed of Azure Artifacts")
                .hasMessageContaining("Maven repository 'central' in <repositories>: not a feed of Azure Artifacts")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_project_file_that_is_not_there_is_told_too() {
        projectFiles.put(frontEnd("app"), null);
        assertThatThrownBy(this::find)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining(file("app") + ": not there");
    }

    @Test
    void a_feed_found_by_plain_http_needs_leave_as_a_configured_one_does() {
        projectFile("app", "registry=" + SHARED.replace("https", "http"));
        assertThatThrownBy(this::find)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("plain http")
                .hasMessageContaining("allowInsecureHttp");
    }

    /** Whatever is found at such an address, nobody vouches for its host: no source gives a PAT, however full all of them are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pkgs.dev.azure.com.evil.example/contoso/_packaging/F/npm/registry/",
                "https://evil-pkgs.dev.azure.com/contoso/_packaging/F/npm/registry/",
                "https://evilpkgs.visualstudio.com/contoso/_packaging/F/npm/registry/",
                "https://contoso.pkgs.visualstudio.com.evil.example/_packaging/F/npm/registry/",
                "https://contoso-pkgs.visualstudio.com.evil.example/_packaging/F/npm/registry/",
                "https://pkgs.dev.azure.com:8443/contoso/_packaging/F/npm/registry/",
                "https://pkgs.dev.azure.com.:443/contoso/_packaging/F/npm/registry/",
                "https://pkgs.dev.azure.com./contoso/_packaging/F/npm/registry/",
                "https://pkgs.dev.azure.com@evil.example/contoso/_packaging/F/npm/registry/",
                "https://evil.example\\@pkgs.dev.azure.com/contoso/_packaging/F/npm/registry/",
                "https://evil.example\\.pkgs.visualstudio.com/_packaging/F/npm/registry/",
                "https://evil.example/pkgs.dev.azure.com/contoso/_packaging/F/npm/registry/",
                "https://evil.example#@pkgs.dev.azure.com/contoso/_packaging/F/npm/registry/",
                "https://evil.example?@pkgs.dev.azure.com/contoso/_packaging/F/npm/registry/",
                "https://pkgs.dev.\u0430zure.com/contoso/_packaging/F/npm/registry/",
                "https://pkgs.dev.azure\u3002com.evil.example/contoso/_packaging/F/npm/registry/",
                "https://pkgs%2edev.azure.com.evil.example/contoso/_packaging/F/npm/registry/",
                "https://.pkgs.visualstudio.com/_packaging/F/npm/registry/",
                "https://pkgs.visualstudio.com/_packaging/F/npm/registry/",
                "https://dev.azure.com/contoso/_packaging/F/npm/registry/",
                "https://[::ffff:1.2.3.4]/contoso/_packaging/F/npm/registry/",
                "https://127.0.0.1/contoso/_packaging/F/npm/registry/",
                "http://pkgs.dev.azure.com/contoso/_packaging/F/npm/registry/",
                "//pkgs.dev.azure.com/contoso/_packaging/F/npm/registry/",
                "https:pkgs.dev.azure.com.evil.example/contoso/_packaging/F/npm/registry/",
                "https://tfs.example.com/tfs/DefaultCollection/_packaging/F/npm/registry/",
            })
    void a_hostile_address_is_refused_or_gets_no_PAT(String address) {
        projectFile("app", "registry=" + address);
        assertNoPatLeaves(address);
        projectFiles.clear();
        projectFile("app");
        repository("azure", address.replace("/npm/registry/", "/maven/v1"));
        assertNoPatLeaves(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SHARED,
                "https://PKGS.dev.azure.com:443/contoso/_packaging/F/npm/registry",
                "https://contoso.pkgs.visualstudio.com/Shop/_packaging/F/npm/registry/",
            })
    void Azures_own_hosts_are_vouched_for(String address) {
        projectFile("app", "registry=" + address);
        for (Feed feed : find().feeds().list()) {
            for (CredentialSource full : everySource(address)) {
                assertThat(new CredentialChain(List.of(full)).resolve(feed).credential())
                        .isEqualTo(new Credential.Basic("AzureDevOps", Secret.of(PAT)));
            }
        }
    }

    private void assertNoPatLeaves(String address) {
        List<Feed> found;
        try {
            found = discovery(true)
                    .find(List.copyOf(projectFiles.keySet()))
                    .feeds()
                    .list();
        } catch (FeedAuthFailure refused) {
            assertThat(refused).hasMessageContaining("No feed is configured");
            return;
        }
        for (Feed feed : found) {
            assertThatThrownBy(() -> new CredentialChain(everySource(address)).resolve(feed))
                    .isInstanceOf(FeedAuthFailure.class)
                    .hasMessageContaining("no credential goes there")
                    .hasMessageNotContaining(PAT);
        }
    }

    /** Each has a PAT for the address: a server of every id, and a job of whatever organization it may be. */
    private static List<CredentialSource> everySource(String address) {
        Servers servers = new Servers() {
            @Override
            public Optional<Server> find(String id) {
                return Optional.of(new Server(id, Optional.empty(), Optional.of(Secret.of(PAT))));
            }

            @Override
            public List<String> ids() {
                return List.of();
            }
        };
        Map<String, String> variables = Map.of(
                "FEEDAUTH_PAT",
                PAT,
                "VSS_NUGET_ACCESSTOKEN",
                PAT,
                "VSS_NUGET_EXTERNAL_FEED_ENDPOINTS",
                "{\"endpointCredentials\":[{\"endpoint\":\"" + address.replace("\\", "\\\\")
                        + "\",\"username\":\"AzureDevOps\",\"password\":\"" + PAT + "\"}]}",
                "TF_BUILD",
                "True",
                "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI",
                address.substring(0, Math.max(0, address.indexOf("/_packaging")))
                        .replace("/Shop", ""),
                "SYSTEM_ACCESSTOKEN",
                PAT);
        return List.of(
                new EnvironmentSource(variables, "FEEDAUTH_PAT"),
                new ServerSource(servers, Optional.empty(), List.of()),
                new FeedEndpointsSource(variables, warning -> {}),
                new AccessTokenSource(variables),
                new PipelineSource(variables),
                new EntraSource("Entra", () -> new IssuedToken(Secret.of(PAT), Instant.MAX), Clock.systemUTC()));
    }

    private DiscoveredFeeds find() {
        return discovery(false).find(List.copyOf(projectFiles.keySet()));
    }

    private FeedDiscovery discovery(boolean allowInsecureHttp) {
        return new FeedDiscovery(this::document, repositories, servers::contains, allowInsecureHttp);
    }

    private Optional<NpmrcDocument> document(FrontEnd frontEnd) {
        return Optional.ofNullable(projectFiles.get(frontEnd))
                .map(text ->
                        NpmrcDocument.parse(text.getBytes(StandardCharsets.UTF_8), file("x"), Map.of("FEED", SHARED)));
    }

    private void projectFile(String folder, String... lines) {
        projectFiles.put(frontEnd(folder), String.join("\n", lines) + "\n");
    }

    private static FrontEnd frontEnd(String folder) {
        Path path = Path.of("/work").resolve(folder);
        return new FrontEnd(path, path, Client.NPM);
    }

    private static String file(String folder) {
        return frontEnd(folder).projectFile().toString();
    }

    private void repository(String id, String url) {
        repositories.add(new MavenRepository(id, url, "<repositories>"));
    }
}
