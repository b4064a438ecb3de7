package io.github.feedauth.project;

import io.github.feedauth.credential.Secret;
import io.github.feedauth.probe.Proxies;
import java.net.URI;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;

/** The proxies of settings.xml, decrypted, chosen as Maven itself chooses them for a repository: {@code nonProxyHosts} included. */
public final class MavenProxies implements Proxies {
    private final RepositorySystemSession session;

    /** @param session the build */
    public MavenProxies(MavenSession session) {
        this.session = session.getRepositorySession();
    }

    @Override
    public Optional<Server> to(URI url) {
        RemoteRepository feed = new RemoteRepository.Builder("feed", "default", url.toString()).build();
        Proxy proxy = session.getProxySelector() == null
                ? null
                : session.getProxySelector().getProxy(feed);
        return Optional.ofNullable(proxy).map(found -> server(feed, found));
    }

    private Server server(RemoteRepository feed, Proxy proxy) {
        RemoteRepository behind =
                new RemoteRepository.Builder(feed).setProxy(proxy).build();
        try (AuthenticationContext login = AuthenticationContext.forProxy(session, behind)) {
            return new Server(
                    proxy.getHost(),
                    proxy.getPort(),
                    Optional.ofNullable(login).map(known -> known.get(AuthenticationContext.USERNAME)),
                    Optional.ofNullable(login)
                            .map(known -> known.get(AuthenticationContext.PASSWORD))
                            .map(Secret::of));
        }
    }
}
