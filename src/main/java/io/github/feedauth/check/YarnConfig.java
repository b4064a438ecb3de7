package io.github.feedauth.check;

import io.github.feedauth.credential.Secret;
import io.github.feedauth.feed.AuthLookup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration of Yarn 2 and newer in one folder, as far as registries and credentials go. Source: Yarn's own look-up
 * ({@code npmConfigUtils}); {@code YarnConfigOracleTest} asks Yarn itself.
 */
public final class YarnConfig {
    private static final String SCOPES = "npmScopes";
    private static final String REGISTRIES = "npmRegistries";
    private static final String TOKEN = "npmAuthToken";
    private static final String IDENT = "npmAuthIdent";

    private final YarnSources sources;

    /**
     * Reads the files.
     *
     * @param environment the variables of the environment
     * @param home the home folder
     * @param folder the folder that Yarn runs in
     * @param lent the plugin that the stores {@code build} and {@code ephemeral} lend Yarn
     * @throws io.github.feedauth.failure.FeedAuthFailure where a file can't be read at all
     */
    public YarnConfig(
            Map<String, String> environment, Path home, Path folder, YarnDialect dialect, Optional<Path> lent) {
        this.sources = new YarnSources(environment, home, folder, dialect, lent);
    }

    /** As Yarn takes it in the home folder itself, without any {@code YARN_} variable: no file of a project, and none that is lent. */
    public static YarnConfig ofHome(Map<String, String> environment, Path home, YarnDialect dialect) {
        Map<String, String> others = new HashMap<>(environment);
        others.keySet().removeIf(name -> name.regionMatches(true, 0, "yarn_", 0, "yarn_".length()));
        return new YarnConfig(others, home, home, dialect, Optional.empty());
    }

    /** What is wrong with the files, whatever is looked up in them. */
    List<Finding> findings() {
        return sources.findings();
    }

    /**
     * A setting for all packages.
     *
     * @throws YarnTrouble where it can't be told
     */
    public Optional<Setting> of(String name) {
        return sources.setting(List.of(name));
    }

    /**
     * A setting for the packages of a scope alone.
     *
     * @param scope without its {@code @}
     * @throws YarnTrouble where it can't be told
     */
    public Optional<Setting> of(String scope, String name) {
        return sources.setting(List.of(SCOPES, scope, name));
    }

    /**
     * The credential that Yarn has for a registry: the scope's, if there is one; else that of the registry's entry, even if it has none;
     * else the general one. A token comes before a name and password.
     *
     * @param scope of the package in question, without its {@code @}
     * @param registry as the setting that names it has it: Yarn compares the text, but for a slash at the end
     * @throws YarnTrouble where it can't be told
     */
    public Optional<SentCredential> credential(Optional<String> scope, String registry) {
        List<String> map = map(scope, registry);
        return filled(map, TOKEN)
                .map(token -> sent(token, TOKEN, AuthLookup.Kind.TOKEN, registry, token.value()))
                .or(() -> filled(map, IDENT)
                        .map(ident -> sent(ident, IDENT, AuthLookup.Kind.AUTH, registry, base64(ident.value()))));
    }

    /** The credential that Yarn has for this very registry, whatever it asks; not that of a scope, nor the general one. */
    Optional<SentCredential> boundTo(String registry) throws YarnTrouble {
        return map(Optional.empty(), registry).isEmpty() ? Optional.empty() : credential(Optional.empty(), registry);
    }

    /** Whether Yarn sends it for a package without a scope too. */
    boolean isAlwaysSent(Optional<String> scope, String registry) {
        return filled(map(scope, registry), "npmAlwaysAuth")
                .filter(flag -> flag.value().equals("true") || flag.value().equals("1"))
                .isPresent();
    }

    /** The files in which a credential, for whatever registry, stands as it is. */
    List<Path> filesHoldingCredentials() {
        return sources.holdingCredentials();
    }

    private static SentCredential sent(
            Setting setting, String name, AuthLookup.Kind kind, String registry, String value) {
        return new SentCredential(
                new AuthLookup.Match(registry, kind, List.of(setting.key())),
                List.of(new Setting(setting.level(), setting.place(), registry + ":" + name, value)));
    }

    /** Yarn takes an ident without a colon for one that is in base64 already. */
    private static String base64(String ident) {
        return ident.contains(":") ? Secret.of(ident).revealBase64() : ident;
    }

    private List<String> map(Optional<String> scope, String registry) {
        if (scope.isPresent()) {
            List<String> own = List.of(SCOPES, scope.get());
            if (filled(own, TOKEN).isPresent() || filled(own, IDENT).isPresent()) {
                return own;
            }
        }
        for (String address : List.of(registry, registry.replaceFirst("^[a-z]+:", ""))) {
            List<String> own = List.of(REGISTRIES, address);
            if (sources.has(own)) {
                return own;
            }
        }
        return List.of();
    }

    private Optional<Setting> filled(List<String> map, String name) {
        List<String> path = new ArrayList<>(map);
        path.add(name);
        return sources.setting(path).filter(setting -> !setting.value().isEmpty());
    }
}
