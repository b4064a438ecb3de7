package io.github.feedauth.client;

import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.Scope;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of Yarn 1 that lead it past a feed although {@code .npmrc} names it: it takes a scope's registry in {@code .yarnrc} before the one
 * for everything, and downloads from the addresses in its lock file whatever the registry is. A registry for everything in
 * {@code .yarnrc} does no harm: measured with 1.22.22, {@code .npmrc} comes before it.
 *
 * @param frontEnd the front end
 * @param home the user's home folder
 */
public record YarnClassicFiles(FrontEnd frontEnd, Path home) {
    private static final String RESOLVED = "resolved ";

    /** {@code "@scope:registry" "url"}, either with or without quotes. */
    private static final Pattern SCOPES_REGISTRY =
            Pattern.compile("\\s*\"?(@[^\\s\":]+:registry)\"?\\s+\"?([^\\s\"]+)\"?\\s*");

    /** A sentence, with the cure, for each file that leads past the feeds. */
    public List<String> warnings(Feeds feeds) {
        List<String> warnings = new ArrayList<>();
        Set<Path> folders = new LinkedHashSet<>(List.of(frontEnd.folder(), frontEnd.root(), home));
        for (Path folder : folders) {
            lookAtSettings(folder.resolve(".yarnrc"), feeds, warnings);
        }
        lookAtLockFile(frontEnd.root().resolve("yarn.lock"), feeds, warnings);
        return warnings;
    }

    /** Scope by scope: the default registry of {@code .npmrc} comes after a scope's line in either file, and before any other. */
    private static void lookAtSettings(Path file, Feeds feeds, List<String> warnings) {
        Set<String> ownLines = new HashSet<>();
        List<String> forTheRest = new ArrayList<>();
        for (Feed feed : feeds.list()) {
            ownLines.addAll(feed.registryKeys());
            if (feed.scopes().isEmpty()) {
                forTheRest.add(feed.url().text());
            }
        }
        for (String line : lines(file)) {
            Matcher setting = SCOPES_REGISTRY.matcher(line);
            if (setting.matches() && !ownLines.contains(setting.group(1))) {
                for (String url : forTheRest) {
                    if (!withSlash(setting.group(2)).equals(url)) {
                        warnings.add(Printable.name(file.toString()) + ": Yarn 1 takes its line '"
                                + Printable.name(setting.group(1)) + "' before the feed " + url
                                + ". Remove that line, or declare a feed with that scope");
                    }
                }
            }
        }
    }

    private static void lookAtLockFile(Path file, Feeds feeds, List<String> warnings) {
        Set<String> hosts = new HashSet<>();
        Set<String> scopes = new HashSet<>();
        boolean all = false;
        for (Feed feed : feeds.list()) {
            hosts.add(feed.url().url().hostAndPort());
            all |= feed.scopes().isEmpty();
            for (Scope scope : feed.scopes()) {
                scopes.add(scope + "/");
            }
        }
        int past = 0;
        String other = "";
        String entry = "";
        for (String line : lines(file)) {
            if (!line.isEmpty() && line.charAt(0) != ' ' && line.charAt(0) != '#') {
                entry = line.startsWith("\"") ? line.substring(1) : line;
            }
            String stripped = line.strip();
            if (stripped.startsWith(RESOLVED) && (all || startsWithOne(entry, scopes))) {
                String host = host(stripped.substring(RESOLVED.length()).replace("\"", ""));
                if (!host.isEmpty() && !hosts.contains(host)) {
                    past++;
                    other = host;
                }
            }
        }
        if (past > 0) {
            warnings.add(Printable.name(file.toString()) + ": " + past
                    + " of its addresses lead past the feed, such as to "
                    + Printable.name(other) + ": Yarn 1 downloads from them whatever the registry is. Remove the"
                    + " 'resolved' lines, or the file, and run yarn install with the feed");
        }
    }

    private static boolean startsWithOne(String entry, Set<String> starts) {
        for (String start : starts) {
            if (entry.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    private static String host(String address) {
        try {
            URI uri = URI.create(address);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null ? uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String withSlash(String url) {
        return url.endsWith("/") ? url : url + "/";
    }

    /** A file that can't be read is for Yarn to complain about. */
    private static List<String> lines(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }
}
