package io.github.feedauth.check;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.AuthLookup;
import io.github.feedauth.feed.AzureFeed;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.feed.WebUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The addresses that a {@code package-lock.json} or {@code npm-shrinkwrap.json} (of version 1, 2 or 3) makes npm fetch from. npm puts
 * the configured registry in the place of its own public one, and of no other.
 */
final class LockFile {
    /** No lock file is larger; bytes. */
    private static final long MOST = 128L * 1024 * 1024;

    private static final Set<String> PUBLIC =
            Set.of("registry.yarnpkg.com", "codeload.github.com", "github.com", "gitlab.com", "bitbucket.org");

    /** npm's own public registry, and what it is said to be where no other is configured. */
    private static final RegistryUrl NPM = new RegistryUrl(new WebUrl("https", "npmjs.org", OptionalInt.empty(), "/"));

    private static final String FOLDER = "node_modules/";

    private final NpmConfig config;
    private final List<Feed> declared;

    /** @param declared feeds of which it is told elsewhere that there is no credential */
    LockFile(NpmConfig config, List<Feed> declared) {
        this.config = config;
        this.declared = List.copyOf(declared);
    }

    /** @param root the folder that npm looks for the lock file in */
    List<Finding> findings(Path root) {
        for (String name : List.of("npm-shrinkwrap.json", "package-lock.json")) {
            Path file = root.resolve(name);
            if (Files.isRegularFile(file)) {
                return of(file);
            }
        }
        return List.of();
    }

    private List<Finding> of(Path file) {
        try {
            if (Files.size(file) > MOST) {
                return List.of();
            }
            String text = Files.readString(file);
            Map<String, String> scopeByAddress = new LinkedHashMap<>();
            JsonObject lock = JsonParser.object().from(text);
            collect(lock.getObject("packages"), scopeByAddress);
            collect(lock.getObject("dependencies"), scopeByAddress);
            return of(file, text, scopeByAddress);
        } catch (IOException | JsonParserException | StackOverflowError notForUs) {
            return List.of();
        }
    }

    /** Entries are keyed by {@code node_modules/@scope/name} in {@code packages}, by name and nested in {@code dependencies}. */
    private static void collect(JsonObject entries, Map<String, String> scopeByAddress) {
        if (entries == null) {
            return;
        }
        entries.forEach((name, entry) -> {
            if (entry instanceof JsonObject found) {
                String resolved = found.getString("resolved", "");
                if (resolved.startsWith("http://") || resolved.startsWith("https://")) {
                    int own = name.lastIndexOf(FOLDER);
                    String plain = own < 0 ? name : name.substring(own + FOLDER.length());
                    scopeByAddress.putIfAbsent(resolved, plain.startsWith("@") ? plain.split("/", 2)[0] : "");
                }
                collect(found.getObject("dependencies"), scopeByAddress);
            }
        });
    }

    private List<Finding> of(Path file, String text, Map<String, String> scopeByAddress) {
        AuthLookup lookup = config.authLookup();
        Map<String, List<String>> without = new LinkedHashMap<>();
        scopeByAddress.forEach((address, scope) -> url(address)
                .filter(url -> !isPublic(url.host()) && !isDeclared(url) && !isSent(url, scope, lookup))
                .ifPresent(url -> without.computeIfAbsent(registry(url), key -> new ArrayList<>())
                        .add(address)));
        List<Finding> findings = new ArrayList<>();
        without.forEach((registry, addresses) -> {
            boolean feed = registry.contains("/_packaging/");
            findings.add(
                    Finding.of(
                            feed ? Code.LOCKED_TO_OTHER_FEED : Code.LOCKED_TO_OTHER_HOST,
                            new Place(file.toString(), line(text, addresses.get(0))),
                            addresses.size() + (addresses.size() == 1 ? " package is" : " packages are") + " locked to "
                                    + registry + ", for which npm has no credential of its own",
                            feed
                                    ? "Declare that feed too; or delete the lock file and node_modules, and run npm install again"
                                            + " (with omit-lockfile-registry-resolved=true in the project's .npmrc no address gets in)"
                                    : "Nothing, if that host is public; otherwise run npm install again without the lock file"));
        });
        return findings;
    }

    private boolean isDeclared(WebUrl url) {
        Optional<RegistryUrl> registry = registryOf(registry(url));
        return registry.isPresent()
                && declared.stream().anyMatch(feed -> feed.url().isSameFeed(registry.get()));
    }

    private boolean isSent(WebUrl url, String scope, AuthLookup lookup) {
        Optional<RegistryUrl> registry = config.taken(scope + ":registry")
                .or(() -> config.taken("registry"))
                .flatMap(setting -> registryOf(setting.value()));
        boolean own = lookup.find(url, NPM).isPresent();
        return own
                || (registry.isPresent()
                        && lookup.find(url, registry.get()).isPresent()
                        && sameOwner(url, registry.get()));
    }

    /** npm sends the registry's credential to every address of the same host, but a PAT is of one organization. */
    private static boolean sameOwner(WebUrl url, RegistryUrl registry) {
        Optional<String> owner =
                registryOf(registry(url)).flatMap(AzureFeed::of).map(AzureFeed::owner);
        Optional<String> registrys = AzureFeed.of(registry).map(AzureFeed::owner);
        return owner.isEmpty() || registrys.isEmpty() || owner.get().equalsIgnoreCase(registrys.get());
    }

    private static boolean isPublic(String host) {
        return PUBLIC.contains(host) || host.endsWith("." + NPM.url().host());
    }

    private static Optional<RegistryUrl> registryOf(String text) {
        try {
            return Optional.of(RegistryUrl.parse(text, "registry"));
        } catch (FeedAuthFailure unusable) {
            return Optional.empty();
        }
    }

    private static Optional<WebUrl> url(String text) {
        try {
            int end = text.indexOf('#');
            return Optional.of(WebUrl.parse(end < 0 ? text : text.substring(0, end), "resolved"));
        } catch (FeedAuthFailure unusable) {
            return Optional.empty();
        }
    }

    /** The feed of an address, or its host where it is no feed's. */
    private static String registry(WebUrl url) {
        String text = url.text();
        int packaging = text.indexOf("/_packaging/");
        if (packaging < 0) {
            return url.scheme() + "://" + url.hostAndPort() + "/";
        }
        int end = text.indexOf('/', packaging + "/_packaging/".length());
        return end < 0 ? text : text.substring(0, end) + "/npm/registry/";
    }

    private static int line(String text, String address) {
        int found = text.indexOf(address);
        return found < 0
                ? 0
                : 1
                        + (int) text.substring(0, found)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }
}
