package io.github.feedauth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedCoordinates;
import io.github.feedauth.feed.FeedOrigin;
import io.github.feedauth.feed.RegistryUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialChainTest {
    private static final String PAT = "sentinel-pat-one";
    private static final String OTHER_PAT = "sentinel-pat-two";
    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJmZWVkIn0.c2lnbmF0dXJl";

    private final Feed services = feed("https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/");

    @Test
    void the_environment_variable_comes_before_settings_xml() {
        ResolvedCredential found = chain(Map.of("FEEDAUTH_PAT", PAT), server("Shared", null, OTHER_PAT))
                .resolve(services);
        assertThat(found.credential()).isEqualTo(new Credential.Basic("AzureDevOps", Secret.of(PAT)));
        assertThat(found.origin()).isEqualTo("environment variable FEEDAUTH_PAT");
    }

    @Test
    void a_feeds_own_variable_comes_before_the_plugins() {
        Feed feed = with(services, null, "TEAM_PAT", null);
        assertThat(password(chain(Map.of("TEAM_PAT", PAT, "FEEDAUTH_PAT", OTHER_PAT))
                        .resolve(feed)))
                .isEqualTo(PAT);
        assertThat(password(chain(Map.of("TEAM_PAT", " ", "FEEDAUTH_PAT", OTHER_PAT))
                        .resolve(feed)))
                .isEqualTo(OTHER_PAT);
    }

    @Test
    void a_source_after_the_one_that_answers_is_not_asked() {
        CredentialSource never = new CredentialSource() {
            @Override
            public Optional<FoundToken> ask(Feed feed) {
                throw new AssertionError("asked");
            }

            @Override
            public List<String> remedies(Feed feed) {
                return List.of();
            }
        };
        CredentialChain chain =
                new CredentialChain(List.of(new EnvironmentSource(Map.of("FEEDAUTH_PAT", PAT), "FEEDAUTH_PAT"), never));
        assertThat(password(chain.resolve(services))).isEqualTo(PAT);
    }

    @Test
    void whoever_has_to_know_a_credential_learns_of_it_as_it_will_be_used_from_whichever_source() {
        List<Credential> told = new ArrayList<>();
        CredentialChain chain = new CredentialChain(
                List.of(),
                () -> List.of(new EnvironmentSource(Map.of("FEEDAUTH_PAT", PAT), "FEEDAUTH_PAT")),
                Optional.of(told::add),
                warning -> {});
        chain.resolve(with(services, null, null, "me"));
        assertThat(told).containsExactly(new Credential.Basic("me", Secret.of(PAT)));
    }

    @Test
    void a_JWT_is_sent_as_Bearer() {
        assertThat(chain(Map.of("FEEDAUTH_PAT", JWT)).resolve(services).credential())
                .isEqualTo(new Credential.Bearer(Secret.of(JWT)));
    }

    @Test
    void the_user_name_is_the_feeds_then_the_servers_then_the_documented_one() {
        Servers.Server server = server("Shared", "build-agent", PAT);
        assertThat(userName(chain(Map.of(), server).resolve(with(services, null, null, "me"))))
                .isEqualTo("me");
        assertThat(userName(chain(Map.of(), server).resolve(services))).isEqualTo("build-agent");
        assertThat(userName(chain(Map.of(), server("Shared", null, PAT)).resolve(services)))
                .isEqualTo("AzureDevOps");
        assertThat(userName(chain(Map.of("FEEDAUTH_PAT", PAT))
                        .resolve(feed("https://tfs.example.com/tfs/DefaultCollection/_packaging/F/npm/registry/"))))
                .isEqualTo("DefaultCollection");
    }

    @Test
    void a_user_name_of_settings_xml_that_npm_would_misread_is_refused() {
        assertThatThrownBy(() ->
                        chain(Map.of(), server("Shared", "two\nlines", PAT)).resolve(services))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("server 'Shared'");
    }

    @Test
    void without_a_server_id_the_feeds_name_its_Maven_twin_and_its_host_are_tried_in_this_order() {
        List<MavenRepository> repositories = List.of(
                new MavenRepository("central", "https://repo.example.com/maven2", "<repositories>"),
                new MavenRepository(
                        "twin", "https://pkgs.dev.azure.com/contoso/_packaging/Shared/maven/v1", "<repositories>"));
        Servers.Server byName = server("Shared", null, "pat-by-feed-name");
        Servers.Server byTwin = server("twin", null, "pat-by-twin-repo");
        Servers.Server byHost = server("pkgs.dev.azure.com", null, "pat-by-host-name");
        Servers.Server foreign = server("central", null, "pat-of-another-repo");

        assertThat(password(sourceOf(repositories, foreign, byHost, byTwin, byName)))
                .isEqualTo("pat-by-feed-name");
        assertThat(password(sourceOf(repositories, foreign, byHost, byTwin))).isEqualTo("pat-by-twin-repo");
        assertThat(password(sourceOf(repositories, foreign, byHost))).isEqualTo("pat-by-host-name");
        assertThatThrownBy(() -> sourceOf(repositories, foreign)).isInstanceOf(FeedAuthFailure.class);
    }

    @Test
    void a_server_that_only_has_a_user_name_is_passed_over() {
        assertThat(password(chain(Map.of(), server("Shared", "me", null), server("pkgs.dev.azure.com", null, PAT))
                        .resolve(services)))
                .isEqualTo(PAT);
    }

    @Test
    void a_server_id_that_settings_xml_does_not_have_fails_with_those_it_has() {
        Feed feed = with(services, "Sharde", null, null);
        assertThatThrownBy(() -> chain(Map.of(), server("Shared", null, PAT), server("central", null, PAT))
                        .resolve(feed))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("no server 'Sharde' in settings.xml")
                .hasMessageContaining("it has: 'Shared', 'central'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void a_blank_password_is_told_from_a_missing_server(String password) {
        assertThatThrownBy(
                        () -> chain(Map.of(), server("Shared", null, password)).resolve(services))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("password is blank")
                .hasMessageContaining("server 'Shared'");
    }

    @Test
    void a_named_server_without_a_password_fails() {
        assertThatThrownBy(
                        () -> chain(Map.of(), server("Mine", "me", null)).resolve(with(services, "Mine", null, null)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("has no password");
    }

    @Test
    void a_feed_without_any_credential_fails_with_every_source_and_how_to_fill_it() {
        assertThatThrownBy(() -> chain(Map.of()).resolve(with(services, null, "TEAM_PAT", null)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("No credential for the feed https://pkgs.dev.azure.com/contoso/")
                .hasMessageContaining("environment variable TEAM_PAT")
                .hasMessageContaining("environment variable FEEDAUTH_PAT")
                .hasMessageContaining(
                        "settings.xml: no <server> with a password and the id 'Shared' or 'pkgs.dev.azure.com'");
    }

    @Test
    void a_PAT_put_where_the_variables_name_belongs_is_not_repeated() {
        String pat = "SENTINEL".repeat(9) + "SENTAZDOtest";
        assertThatThrownBy(() -> new EnvironmentSource(Map.of(), pat))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("patEnvName")
                .hasMessageNotContaining("SENTINEL");
    }

    @Test
    void a_server_pinned_to_hosts_serves_no_feed_elsewhere() {
        Servers.Server elsewhere = pinned("Shared", PAT, "tfs.example.com", "pkgs.dev.azure.com:8443");
        assertThatThrownBy(() -> chain(Map.of(), elsewhere).resolve(services))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("No credential for the feed")
                .hasMessageContaining("Server 'Shared' is there, but its <hosts> names only"
                        + " tfs.example.com, pkgs.dev.azure.com:8443");
        assertThatThrownBy(() -> chain(Map.of(), elsewhere).resolve(with(services, "Shared", null, null)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("<hosts> does not name pkgs.dev.azure.com, only")
                .hasMessageContaining("server 'Shared'");
        assertThat(password(chain(Map.of(), elsewhere, server("pkgs.dev.azure.com", null, OTHER_PAT))
                        .resolve(services)))
                .isEqualTo(OTHER_PAT);
        assertThat(password(chain(Map.of(), pinned("Shared", PAT, "PKGS.dev.azure.com:443"))
                        .resolve(services)))
                .isEqualTo(PAT);
    }

    @Test
    void a_feed_that_was_found_gets_what_there_is_on_Azures_own_hosts_only() {
        Map<String, String> environment = Map.of("FEEDAUTH_PAT", PAT);
        assertThat(password(chain(environment).resolve(found(services.url().text()))))
                .isEqualTo(PAT);
        Feed elsewhere = found("https://tfs.example.com/tfs/DefaultCollection/_packaging/Shared/npm/registry/");
        assertThatThrownBy(() ->
                        chain(environment, server("Shared", null, OTHER_PAT)).resolve(elsewhere))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("tfs.example.com is none of Azure's own hosts")
                .hasMessageContaining("<hosts>tfs.example.com</hosts>");
        assertThat(password(chain(environment, pinned("Shared", OTHER_PAT, "tfs.example.com"))
                        .resolve(elsewhere)))
                .isEqualTo(OTHER_PAT);
        assertThatThrownBy(() -> chain(environment, pinned("Shared", OTHER_PAT, "tfs.example.com:8443", "example.com"))
                        .resolve(elsewhere))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("no credential goes there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://tfs.example.com",
                "tfs.example.com/tfs",
                "tfs.example.com\\tfs",
                "me@tfs.example.com",
                "*.example.com",
                "tfs.example.com?x"
            })
    void a_pin_that_is_no_host_alone_is_refused(String host) {
        assertThatThrownBy(() -> pinned("Shared", PAT, host))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("server 'Shared', hosts");
    }

    @Test
    void further_sources_are_not_even_made_where_one_of_the_first_answers() {
        CredentialChain chain = new CredentialChain(
                List.of(new EnvironmentSource(Map.of("FEEDAUTH_PAT", PAT), "FEEDAUTH_PAT")),
                () -> {
                    throw new AssertionError("made");
                },
                Optional.empty(),
                warning -> {});
        assertThat(password(chain.resolve(services))).isEqualTo(PAT);
    }

    private static Servers.Server pinned(String id, String password, String... hosts) {
        return new Servers.Server(
                id,
                Optional.empty(),
                Optional.of(Secret.of(password)),
                PinnedHosts.parse(List.of(hosts), "server '" + id + "'"));
    }

    private static Feed found(String url) {
        return Feed.found(RegistryUrl.parse(url, "test"), List.of(), Optional.empty(), FeedOrigin.PROJECT_FILE);
    }

    private ResolvedCredential sourceOf(List<MavenRepository> repositories, Servers.Server... servers) {
        return new CredentialChain(List.of(new ServerSource(settings(servers), Optional.empty(), repositories)))
                .resolve(services);
    }

    private static CredentialChain chain(Map<String, String> environment, Servers.Server... servers) {
        return new CredentialChain(List.of(
                new EnvironmentSource(environment, "FEEDAUTH_PAT"),
                new ServerSource(settings(servers), Optional.empty(), List.of())));
    }

    private static Servers settings(Servers.Server... servers) {
        List<Servers.Server> all = new ArrayList<>(List.of(servers));
        return new Servers() {
            @Override
            public Optional<Server> find(String id) {
                return all.stream().filter(server -> server.id().equals(id)).findFirst();
            }

            @Override
            public List<String> ids() {
                return all.stream().map(Server::id).toList();
            }
        };
    }

    private static Servers.Server server(String id, String userName, String password) {
        return new Servers.Server(
                id, Optional.ofNullable(userName), Optional.ofNullable(password).map(Secret::of));
    }

    private static Feed feed(String url) {
        return Feed.of(FeedCoordinates.ofUrl(url).locate("parameter feed"));
    }

    private static Feed with(Feed feed, String serverId, String patEnvName, String username) {
        return new Feed(
                feed.location(),
                feed.scopes(),
                Optional.ofNullable(serverId),
                Optional.ofNullable(patEnvName),
                Optional.ofNullable(username));
    }

    private static String password(ResolvedCredential resolved) {
        return ((Credential.Basic) resolved.credential()).password().reveal();
    }

    private static String userName(ResolvedCredential resolved) {
        return ((Credential.Basic) resolved.credential()).userName();
    }
}
