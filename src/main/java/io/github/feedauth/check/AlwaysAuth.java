package io.github.feedauth.check;

import io.github.feedauth.feed.NerfDart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether Yarn 1 sends a credential for packages without a scope too: {@code always-auth} has to be set, for all registries or under one
 * of the addresses that it looks for a registry's settings at. Source: {@code request} and {@code getRegistryOption} of its
 * {@code NpmRegistry}.
 *
 * @param config the settings
 */
record AlwaysAuth(NpmConfig config) {
    private static final String NAME = "always-auth";

    /** That it does not, where packages without a scope come from that registry. */
    Optional<Finding> missing(Target target, CheckRequest request) {
        boolean withoutScope =
                target.lines().stream().anyMatch(line -> line.key().equals("registry"))
                        || target.feed().filter(feed -> feed.scopes().isEmpty()).isPresent();
        if (!request.yarnClassic() || !withoutScope || isSet(target)) {
            return Optional.empty();
        }
        String what = "Yarn 1 sends no credential for packages without a scope, since always-auth is ";
        return Optional.of(config.taken(NAME)
                .map(off -> Finding.of(Code.WITHOUT_ALWAYS_AUTH, off.place(), what + "off", "Set it to true"))
                .orElseGet(() -> Finding.of(
                        Code.WITHOUT_ALWAYS_AUTH,
                        what + "not set",
                        "Run mvn feedauth:configure, which sets it for Yarn 1, or write the line always-auth=true into "
                                + request.root().resolve(".npmrc"))));
    }

    private boolean isSet(Target target) {
        List<String> keys = new ArrayList<>(List.of(NAME, target.url().text() + ":" + NAME));
        for (NerfDart prefix : target.url().keyPrefixes()) {
            keys.add(prefix + ":" + NAME);
        }
        return keys.stream()
                .flatMap(key -> config.taken(key).stream())
                .anyMatch(setting -> !setting.value().isEmpty());
    }
}
