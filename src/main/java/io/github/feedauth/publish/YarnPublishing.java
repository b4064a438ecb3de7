package io.github.feedauth.publish;

import io.github.feedauth.check.ConfigLevel;
import io.github.feedauth.check.NpmConfig;
import io.github.feedauth.check.Place;
import io.github.feedauth.check.Setting;
import io.github.feedauth.check.YarnLookup;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.NerfDart;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.yarnrc.YarnrcDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Yarn 2 and newer publishes a package, and with which credential: {@code YARN_} variables, the {@code .yarnrc.yml} of the folder
 * and of those above it, that of the home folder. Source: Yarn's own look-up ({@code npmConfigUtils}).
 */
public final class YarnPublishing {
    private static final String PUBLISH = "npmPublishRegistry";
    private static final String SERVER = "npmRegistryServer";
    /** {@code ${NAME}}, or with a default {@code ${NAME-text}} and {@code ${NAME:-text}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::?-([^}]*))?}");

    private final Map<String, String> environment;
    private final Map<Path, YarnrcDocument> files = new LinkedHashMap<>();

    /**
     * Reads the files.
     *
     * @param environment the variables of the environment
     * @param home the home folder
     * @param folder the folder that Yarn runs in
     */
    public YarnPublishing(Map<String, String> environment, Path home, Path folder) {
        this.environment = environment;
        for (Path one = folder; one != null; one = one.getParent()) {
            read(one);
        }
        read(home);
    }

    private void read(Path folder) {
        Path file = folder.resolve(YarnLookup.FILE);
        if (Files.isRegularFile(file) && !files.containsKey(file)) {
            files.put(file, YarnLookup.read(file));
        }
    }

    /** The setting that says where a package goes. */
    Setting registry(Manifest manifest) {
        Place place = new Place(manifest.file().toString(), 0);
        String own = manifest.publishConfig().getOrDefault("registry", "");
        if (!own.isEmpty()) {
            return new Setting(ConfigLevel.PROJECT, place, "publishConfig.registry", own);
        }
        return manifest.scope()
                .flatMap(scope -> setting("npmScopes " + scope.substring(1) + " " + PUBLISH))
                .or(() -> setting(PUBLISH))
                .or(() -> setting(SERVER))
                .orElseThrow(() -> new FeedAuthFailure(
                        "Yarn would publish " + manifest.name()
                                + " to its public registry, since no other is configured for publishing",
                        place.toString(),
                        "Run feedauth:configure before, or set publishConfig.registry in package.json"));
    }

    /** What Yarn would send there, in npm's words. */
    NpmConfig config(Manifest manifest, RegistryUrl registry) {
        NerfDart prefix = registry.keyPrefixes().get(0);
        List<Setting> settings = new ArrayList<>();
        credential(manifest, registry).ifPresent(found -> {
            boolean token = found.key().equals(YarnLookup.AUTH.get(0));
            String value = token || !found.value().contains(":")
                    ? found.value()
                    : Secret.of(found.value()).revealBase64();
            settings.add(new Setting(found.level(), found.place(), prefix + (token ? ":_authToken" : ":_auth"), value));
        });
        return new NpmConfig(List.of(), settings);
    }

    /** The scope's, else the registry's, else the general one; Yarn takes a token first. */
    private Optional<Setting> credential(Manifest manifest, RegistryUrl registry) {
        List<String> scopes =
                manifest.scope().map(scope -> List.of(scope.substring(1))).orElse(List.of());
        for (String map : YarnLookup.maps(scopes, registry.text())) {
            for (String auth : YarnLookup.AUTH) {
                Optional<Setting> found = setting(map + auth);
                if (found.isPresent()) {
                    return found.map(one -> new Setting(one.level(), one.place(), auth, one.value()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Setting> setting(String name) {
        String variable = "YARN_" + name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        String given = environment.getOrDefault(variable, "");
        if (name.indexOf(' ') < 0 && !given.isEmpty()) {
            return Optional.of(
                    new Setting(ConfigLevel.ENVIRONMENT, Place.named("environment variable " + variable), name, given));
        }
        for (Map.Entry<Path, YarnrcDocument> file : files.entrySet()) {
            Optional<String> value =
                    file.getValue().value(name).map(this::expanded).filter(text -> !text.isEmpty());
            if (value.isPresent()) {
                return Optional.of(
                        new Setting(ConfigLevel.PROJECT, Place.of(file.getKey()), name.replace(' ', '.'), value.get()));
            }
        }
        return Optional.empty();
    }

    private String expanded(String value) {
        return VARIABLE.matcher(value).replaceAll(found -> {
            String replacement = environment.getOrDefault(found.group(1), "");
            String other = found.group(2) == null ? "" : found.group(2);
            return Matcher.quoteReplacement(replacement.isEmpty() ? other : replacement);
        });
    }
}
