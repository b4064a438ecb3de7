package io.github.feedauth.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which credential of its configuration npm sends with a request. Source: {@code getAuth} of npm's
 * {@code npm-registry-fetch/lib/auth.js}, the same in npm 8 to 12.
 */
public final class AuthLookup {
    private final Map<String, String> config;

    private AuthLookup(Map<String, String> config) {
        this.config = config;
    }

    /**
     * A look-up in npm's merged configuration: of each key the value of the level that npm takes, as
     * {@code NpmrcDocument.configuration()} gives them for a file.
     *
     * @param config keys as {@code //host/path/:_authToken} and their values; others do no harm. An empty value belongs in it too:
     *     npm looks on as if the key were not there, but it hid the same key of the levels below. It is not copied
     */
    public static AuthLookup of(Map<String, String> config) {
        return new AuthLookup(config);
    }

    /** How npm proves who it is; where a prefix has several, npm takes the first in this order. */
    public enum Kind {
        /** {@code _authToken}: {@code Authorization: Bearer}. */
        TOKEN,
        /** {@code _auth}: {@code Authorization: Basic}, user name and password in one base64 text. */
        AUTH,
        /** {@code username} and {@code _password}, the latter base64: {@code Authorization: Basic}. */
        PASSWORD,
        /** {@code certfile} and {@code keyfile}: a TLS client certificate, no {@code Authorization}. */
        CERTIFICATE;

        private List<String> names() {
            return switch (this) {
                case TOKEN -> List.of("_authToken");
                case AUTH -> List.of("_auth");
                case PASSWORD -> List.of("username", "_password");
                case CERTIFICATE -> List.of("certfile", "keyfile");
            };
        }
    }

    /**
     * The credential that npm takes.
     *
     * @param prefix what stands before the colon of its keys: {@code //host/path/}, or without the last slash
     * @param kind which one of those at that prefix
     * @param keys of the configuration, in full: one, or the two that belong together. Never a value
     */
    public record Match(String prefix, Kind kind, List<String> keys) {}

    /** What npm sends to the registry itself; empty where it sends no credential. */
    public Optional<Match> find(RegistryUrl registry) {
        return deepest(registry.url());
    }

    /**
     * What npm sends with a request for something of a registry, such as a tarball. Where no key fits the URL, npm takes the
     * registry's credential, if the registry is at the same host and port.
     *
     * @param registry the registry that npm took the URL from
     */
    public Optional<Match> find(WebUrl url, RegistryUrl registry) {
        Optional<Match> own = deepest(url);
        return own.isEmpty() && url.hostAndPort().equals(registry.url().hostAndPort()) ? find(registry) : own;
    }

    /** The longest prefix wins: npm takes the last segment away, then the slash before it, up to the host. */
    private Optional<Match> deepest(WebUrl url) {
        String prefix = "//" + url.hostAndPort() + url.path();
        while (prefix.length() > "//".length()) {
            for (Kind kind : Kind.values()) {
                Optional<Match> match = at(prefix, kind);
                if (match.isPresent()) {
                    return match;
                }
            }
            int slash = prefix.lastIndexOf('/');
            prefix = prefix.substring(0, slash == prefix.length() - 1 ? slash : slash + 1);
        }
        return Optional.empty();
    }

    private Optional<Match> at(String prefix, Kind kind) {
        List<String> keys =
                kind.names().stream().map(name -> prefix + ":" + name).toList();
        boolean complete =
                keys.stream().noneMatch(key -> config.getOrDefault(key, "").isEmpty());
        return complete ? Optional.of(new Match(prefix, kind, keys)) : Optional.empty();
    }
}
