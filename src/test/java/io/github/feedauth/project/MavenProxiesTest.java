package io.github.feedauth.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.credential.Secret;
import io.github.feedauth.probe.Proxies;
import java.net.URI;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.Test;

class MavenProxiesTest {
    private final DefaultProxySelector selector = new DefaultProxySelector();

    private Optional<Proxies.Server> to(String url) {
        MavenSession session = Build.session();
        ((DefaultRepositorySystemSession) session.getRepositorySession()).setProxySelector(selector);
        return new MavenProxies(session).to(URI.create(url));
    }

    @Test
    void straight_where_the_settings_have_none() {
        assertThat(to("https://feed.example/npm/")).isEmpty();
    }

    @Test
    void the_settings_proxy_with_its_password_but_not_for_the_hosts_that_it_leaves_out() {
        Proxy proxy = new Proxy(
                Proxy.TYPE_HTTP,
                "proxy.example",
                3128,
                new AuthenticationBuilder()
                        .addUsername("ada")
                        .addPassword("word")
                        .build());
        selector.add(proxy, "*.intern.example|localhost");
        assertThat(to("https://feed.example/npm/"))
                .contains(
                        new Proxies.Server("proxy.example", 3128, Optional.of("ada"), Optional.of(Secret.of("word"))));
        assertThat(to("https://feed.intern.example/npm/")).isEmpty();
        assertThat(to("http://localhost:4873/")).isEmpty();
    }
}
