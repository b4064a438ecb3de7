package io.github.feedauth.check;

import io.github.feedauth.credential.Credential;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.feed.AuthLookup;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.npmrc.NpmBase64;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The credential that npm would send.
 *
 * @param match which keys npm takes it from
 * @param settings those keys' settings, in the order of the match
 */
public record SentCredential(AuthLookup.Match match, List<Setting> settings) {

    /** What npm would send to a registry; empty where that is nothing. */
    public static Optional<SentCredential> to(RegistryUrl url, NpmConfig config) {
        return config.authLookup()
                .find(url)
                .map(match -> new SentCredential(
                        match,
                        match.keys().stream()
                                .map(key -> config.taken(key).orElseThrow())
                                .toList()));
    }

    /** The value of the header {@code Authorization}, as npm makes it; empty for a client certificate. */
    public Optional<Secret> authorization() {
        return switch (match.kind()) {
            case TOKEN -> Optional.of(Secret.of("Bearer " + settings.get(0).value()));
            case AUTH -> Optional.of(Secret.of("Basic " + settings.get(0).value()));
            case PASSWORD -> {
                String pair = settings.get(0).value() + ":" + password();
                yield Optional.of(Secret.of(
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
            }
            case CERTIFICATE -> Optional.empty();
        };
    }

    /** The token alone, without a user name; empty for a client certificate. */
    Optional<Secret> token() {
        return switch (match.kind()) {
            case TOKEN -> Optional.of(Secret.of(settings.get(0).value()));
            case AUTH -> {
                String pair = NpmBase64.decode(settings.get(0).value());
                yield Optional.of(Secret.of(pair.substring(pair.indexOf(':') + 1)));
            }
            case PASSWORD -> Optional.of(Secret.of(password()));
            case CERTIFICATE -> Optional.empty();
        };
    }

    /** Whether it has the token of that credential, sent in whichever way. */
    boolean isTokenOf(Credential credential) {
        Secret other = credential instanceof Credential.Basic basic
                ? basic.password()
                : ((Credential.Bearer) credential).token();
        return token().equals(Optional.of(other));
    }

    private String password() {
        return NpmBase64.decode(settings.get(1).value());
    }

    /** The setting that decides: the last of them. */
    Setting decisive() {
        return settings.get(settings.size() - 1);
    }

    /** For people, with no value: {@code username and _password at //host/npm/ (/home/ada/.npmrc, line 3)}. */
    String shown() {
        String names = settings.stream().map(Setting::name).collect(Collectors.joining(" and "));
        return names + " at " + match.prefix() + " (" + decisive().level().word() + " level, "
                + decisive().place() + ")";
    }

    /** Without any value. */
    @Override
    public String toString() {
        return shown();
    }
}
