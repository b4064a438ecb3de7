package io.github.feedauth.project;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.AzureFeed;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedOrigin;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.feed.Scope;
import io.github.feedauth.npmrc.NpmrcDocument;
import io.github.feedauth.npmrc.NpmrcEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Azure registry lines of a module's project files. */
final class ProjectFileFeeds {
    private static final String KEY = "registry";

    private final List<Line> lines = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();

    /** A registry line of an Azure feed. */
    private record Line(String key, RegistryUrl registry, String file) {
        @Override
        public String toString() {
            return registry + ": " + key + " in " + file;
        }
    }

    /** Takes the lines of one file. */
    void read(Path path, NpmrcDocument document) {
        String file = Printable.name(path.toString());
        for (NpmrcEntry entry : document.entries()) {
            if (entry.section().isEmpty() && (entry.key().equals(KEY) || isScoped(entry.key()))) {
                document.expandedValue(entry.key()).ifPresent(value -> read(entry.key(), value, file));
            }
        }
    }

    private static boolean isScoped(String key) {
        return key.startsWith("@") && key.endsWith(":" + KEY);
    }

    private void read(String key, String value, String file) {
        String where = file + ", " + Printable.name(key);
        try {
            RegistryUrl registry = RegistryUrl.parse(value, where);
            scopes(key, where);
            if (AzureFeed.of(registry).isEmpty()) {
                passedOver.add(where + ": not a feed of Azure Artifacts");
                return;
            }
            lines.add(new Line(key, registry, file));
        } catch (FeedAuthFailure unusable) {
            passedOver.add(where + ": " + unusable.what());
        }
    }

    private static List<Scope> scopes(String key, String where) {
        return key.equals(KEY)
                ? List.of()
                : List.of(Scope.parse(key.substring(0, key.length() - KEY.length() - 1), where));
    }

    /** What was looked at and is no Azure feed, with the reason. */
    List<String> passedOver() {
        return passedOver;
    }

    /**
     * The feeds of the lines, one for each registry with its scopes; empty where there is no such line.
     *
     * @throws FeedAuthFailure where two files name different feeds for the same packages
     */
    Optional<DiscoveredFeeds> found() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Line> byKey = new LinkedHashMap<>();
        for (Line line : lines) {
            Line first = byKey.putIfAbsent(line.key(), line);
            if (first != null && !first.registry().isSameFeed(line.registry())) {
                throw FeedDiscovery.several(lines.stream().map(Line::toString).toList());
            }
        }
        Map<String, List<Line>> byFeed = new LinkedHashMap<>();
        for (Line line : byKey.values()) {
            String packages = line.key().equals(KEY) ? "all" : "scoped";
            byFeed.computeIfAbsent(packages + ' ' + line.registry(), feed -> new ArrayList<>())
                    .add(line);
        }
        return Optional.of(of(byFeed.values()));
    }

    private static DiscoveredFeeds of(Collection<List<Line>> groups) {
        List<Feed> feeds = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (List<Line> group : groups) {
            Line first = group.get(0);
            List<Scope> scopes = group.stream()
                    .flatMap(line -> scopes(line.key(), line.file()).stream())
                    .toList();
            feeds.add(Feed.found(first.registry(), scopes, Optional.empty(), FeedOrigin.PROJECT_FILE));
            reasons.add("No feed is configured; " + first.file() + " names " + first.registry() + " as "
                    + String.join(", ", group.stream().map(Line::key).toList()));
        }
        return new DiscoveredFeeds(new Feeds(feeds), reasons);
    }
}
