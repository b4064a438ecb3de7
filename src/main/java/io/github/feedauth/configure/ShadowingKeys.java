package io.github.feedauth.configure;

import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.npmrc.NpmrcDocument;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Credential keys of the feeds in a project's file. npm takes the project's before the user's, even one that expands to nothing, so
 * what was written into the user's file would not be used. They are the team's: reported, not removed.
 */
record ShadowingKeys(Set<String> keys) {
    private static final List<String> NAMES = List.of("_authToken", "_auth", "username", "_password");

    static ShadowingKeys of(Feeds feeds) {
        return new ShadowingKeys(feeds.list().stream()
                .flatMap(feed -> feed.url().keyPrefixes().stream())
                .flatMap(prefix -> NAMES.stream().map(name -> prefix + ":" + name))
                .collect(Collectors.toSet()));
    }

    /** A sentence for each of them that the file has. */
    List<String> warnings(NpmrcDocument document, String file) {
        return document.entries().stream()
                .filter(entry -> entry.section().isEmpty() && keys.contains(entry.key()))
                .map(entry -> Printable.name(file) + ", line " + entry.lineNumber() + ": npm takes " + entry.key()
                        + " before the credential in the user's file. Remove that line")
                .toList();
    }
}
