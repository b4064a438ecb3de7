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

/**
 * Files of Yarn 1 that lead it past a feed although {@code .npmrc} names it: it takes a registry in {@code .yarnrc} first, and
 * downloads from the addresses in its lock file whatever the registry is.
 *
 * @param frontEnd the front end
 * @param home the user's home folder
 */
public record YarnClassicFiles(FrontEnd frontEnd, Path home) {
    private static final String RESOLVED = "resolved ";

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

    private static void lookAtSettings(Path file, Feeds feeds, List<String> warnings) {
        for (Feed feed : feeds.list()) {
            for (String key : feed.registryKeys()) {
                for (String line : lines(file)) {
                    String value = valueOf(line.strip(), key);
                    if (!value.isEmpty() && !withSlash(value).equals(feed.url().text())) {
                        warnings.add(Printable.name(file.toString()) + ": Yarn 1 takes its line '" + Printable.name(key)
                                + "' before the feed " + feed.url().text() + ". Remove that line");
                    }
                }
            }
        }
    }

    /** {@code key "value"}, where the key may have quotes and the value may have none. */
    private static String valueOf(String line, String key) {
        for (String start : List.of(key + " ", "\"" + key + "\" ")) {
            if (line.startsWith(start)) {
                return line.substring(start.length()).replace("\"", "").strip();
            }
        }
        return "";
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
