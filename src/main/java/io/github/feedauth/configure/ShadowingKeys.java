package io.github.feedauth.configure;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.NerfDart;
import io.github.feedauth.feed.RegistryUrl;
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
                if (value.isPresent()) {
                    Optional<RegistryUrl> other = registry(value.get());
                    if (other.isEmpty() || !other.get().isSameFeed(feed.url())) {
                        warnings.add(Printable.name(file) + ": npm takes " + Printable.name(key)
                                + other.map(url -> "=" + url.text()).orElse("") + " before the feed "
                                + feed.url().text() + ". Remove that line, or let it name the feed");
                    }
                }
            }
        }
        return warnings;
    }

    /** Empty where it is none, as with a user name and password in it, which must not be shown. */
    private static Optional<RegistryUrl> registry(String value) {
        try {
            return Optional.of(RegistryUrl.parse(value, "registry line"));
        } catch (FeedAuthFailure notOne) {
            return Optional.empty();
        }
    }

    /** A sentence for each of them that the file has. */
    List<String> warnings(NpmrcDocument document, String file) {
        List<String> warnings = new ArrayList<>();
        for (NpmrcEntry entry : document.entries()) {
            if (entry.section().isEmpty() && keys.contains(entry.key())) {
                warnings.add(Printable.name(file) + ", line " + entry.lineNumber() + ": npm takes " + entry.key()
                        + " before the credential of feedauth:configure. Remove that line");
            }
        }
        return warnings;
    }
}
