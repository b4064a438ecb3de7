package io.github.feedauth.configure;

import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.NerfDart;
import io.github.feedauth.npmrc.NpmrcDocument;
import io.github.feedauth.npmrc.NpmrcEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Credential keys of the feeds in a project's file. npm takes the project's before the user's, even one that expands to nothing, so
 * what was written into the user's file would not be used. They are the team's: reported, not removed.
 */
record ShadowingKeys(Set<String> keys) {
    private static final List<String> NAMES = List.of("_authToken", "_auth", "username", "_password");

    static ShadowingKeys of(Feeds feeds) {
        Set<String> keys = new HashSet<>();
        for (Feed feed : feeds.list()) {
            for (NerfDart prefix : feed.url().keyPrefixes()) {
                for (String name : NAMES) {
                    keys.add(prefix + ":" + name);
                }
            }
        }
        return new ShadowingKeys(keys);
    }

    /** A sentence for each line of a project's file that names another registry than the feeds do: npm takes the project's. */
    static List<String> otherRegistries(Feeds feeds, NpmrcDocument document, String file) {
        List<String> warnings = new ArrayList<>();
        for (Feed feed : feeds.list()) {
            for (String key : feed.registryKeys()) {
                Optional<String> value = document.expandedValue(key);
                if (value.isPresent()
                        && !withSlash(value.get()).equals(feed.url().text())) {
                    warnings.add(Printable.name(file) + ": npm takes " + Printable.name(key) + "="
                            + Printable.name(value.get()) + " before the feed "
                            + feed.url().text() + ". Remove that line, or let it name the feed");
                }
            }
        }
        return warnings;
    }

    private static String withSlash(String url) {
        return url.endsWith("/") ? url : url + "/";
    }

    /** A sentence for each of them that the file has. */
    List<String> warnings(NpmrcDocument document, String file) {
        List<String> warnings = new ArrayList<>();
        for (NpmrcEntry entry : document.entries()) {
            if (entry.section().isEmpty() && keys.contains(entry.key())) {
                warnings.add(Printable.name(file) + ", line " + entry.lineNumber() + ": npm takes " + entry.key()
                        + " before the credential in the user's file. Remove that line");
            }
        }
        return warnings;
    }
}
