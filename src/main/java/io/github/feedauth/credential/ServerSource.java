package io.github.feedauth.credential;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.Feed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Maven's settings.xml. With a {@code serverId} exactly that server, which then has to be there; without one, the first server
 * whose id is the feed's name, the id of a Maven repository that is the feed's twin, or the feed's host.
 */
public final class ServerSource implements CredentialSource {
    private final Servers servers;
    private final Optional<String> pluginServerId;
    private final List<MavenRepository> repositories;

    /**
     * @param servers the servers of the settings
     * @param pluginServerId the plugin's {@code serverId}; a feed's own comes before it
     * @param repositories the Maven repositories of the project
     */
    public ServerSource(Servers servers, Optional<String> pluginServerId, List<MavenRepository> repositories) {
        this.servers = servers;
        this.pluginServerId = pluginServerId;
        this.repositories = List.copyOf(repositories);
    }

    @Override
    public Optional<FoundToken> ask(Feed feed) {
        Optional<String> given = givenId(feed);
        if (given.isPresent()) {
            Servers.Server server = servers.find(given.get()).orElseThrow(() -> noSuchServer(given.get()));
            if (!server.hosts().permit(feed)) {
                throw notForThisHost(server, feed);
            }
            return Optional.of(found(server, server.password().orElseThrow(() -> noPassword(server))));
        }
        Optional<Servers.Server> server = candidate(feed);
        return server.isPresent()
                ? Optional.of(found(server.get(), server.get().password().get()))
                : Optional.empty();
    }

    @Override
    public Optional<String> unnoticed(Feed feed) {
        Optional<String> given = givenId(feed);
        return given.isPresent() && !servers.ids().contains(given.get())
                ? Optional.of(noSuch(given.get()))
                : Optional.empty();
    }

    @Override
    public boolean vouchesFor(Feed feed) {
        Optional<String> given = givenId(feed);
        Optional<Servers.Server> server = given.isPresent() ? servers.find(given.get()) : candidate(feed);
        return server.isPresent() && server.get().hosts().include(feed);
    }

    private Optional<Servers.Server> candidate(Feed feed) {
        for (String id : candidates(feed)) {
            Optional<Servers.Server> server = servers.find(id);
            if (server.isPresent()
                    && server.get().password().isPresent()
                    && server.get().hosts().permit(feed)) {
                return server;
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> places(Feed feed) {
        String id = givenId(feed).orElseGet(() -> candidates(feed).iterator().next());
        return List.of("settings.xml, as the <server> " + Printable.name(id));
    }

    @Override
    public List<String> remedies(Feed feed) {
        if (givenId(feed).isPresent()) {
            return List.of();
        }
        return List.of("settings.xml: no <server> with a password and the id "
                + String.join(
                        " or ",
                        candidates(feed).stream().map(ServerSource::quoted).toList())
                + " (" + ids() + "). Add one with the PAT as its <password>, or name another by <serverId>"
                + pinnedElsewhere(feed));
    }

    private String pinnedElsewhere(Feed feed) {
        StringBuilder pinned = new StringBuilder();
        for (String id : candidates(feed)) {
            servers.find(id)
                    .filter(server -> !server.hosts().hosts().isEmpty())
                    .ifPresent(server -> pinned.append(". Server ")
                            .append(quoted(id))
                            .append(" is there, but its <hosts> names only ")
                            .append(server.hosts()));
        }
        return pinned.toString();
    }

    private static FeedAuthFailure notForThisHost(Servers.Server server, Feed feed) {
        String host = feed.url().url().hostAndPort();
        return new FeedAuthFailure(
                "The server's <hosts> does not name " + host
                        + (server.hosts().hosts().isEmpty() ? "" : ", only " + server.hosts()),
                "settings.xml server " + quoted(server.id()),
                "Add " + host
                        + " to the <hosts> in its <configuration>, if its password may go there; or correct serverId");
    }

    private Optional<String> givenId(Feed feed) {
        return feed.serverId().isPresent() ? feed.serverId() : pluginServerId;
    }

    private Set<String> candidates(Feed feed) {
        Set<String> ids = new LinkedHashSet<>();
        feed.azure().ifPresent(azure -> {
            ids.add(azure.name());
            repositories.stream()
                    .filter(repository -> azure.isTwinMavenRepository(repository.url()))
                    .forEach(twin -> ids.add(twin.id()));
        });
        ids.add(feed.url().url().host());
        return ids;
    }

    private static FoundToken found(Servers.Server server, Secret password) {
        String origin = "settings.xml server " + quoted(server.id());
        if (password.reveal().isBlank()) {
            throw new FeedAuthFailure(
                    "The password is blank",
                    origin,
                    "Put the PAT there; if it stands there as ${env.NAME}, set that variable");
        }
        return new FoundToken(Token.parse(password.reveal(), origin), server.userName(), origin);
    }

    private String noSuch(String id) {
        return "There is no server " + quoted(id) + " in settings.xml (" + ids() + ")";
    }

    private FeedAuthFailure noSuchServer(String id) {
        return new FeedAuthFailure(
                "There is no server " + quoted(id) + " in settings.xml",
                ids(),
                "Add a <server> with that id and the PAT as its <password>, or correct serverId");
    }

    private static FeedAuthFailure noPassword(Servers.Server server) {
        return new FeedAuthFailure(
                "The server has no password",
                "settings.xml server " + quoted(server.id()),
                "Put the PAT into its <password>");
    }

    private String ids() {
        List<String> ids = servers.ids().stream().map(ServerSource::quoted).toList();
        return ids.isEmpty() ? "it has no servers at all" : "it has: " + String.join(", ", ids);
    }

    private static String quoted(String id) {
        return "'" + Printable.name(id) + "'";
    }
}
