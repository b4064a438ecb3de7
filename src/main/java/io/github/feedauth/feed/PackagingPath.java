package io.github.feedauth.feed;

import java.util.List;
import java.util.Optional;

/**
 * Azure's path grammar {@code …/_packaging/{feed}[@view]/{protocol…}}; its literals are matched ignoring case.
 *
 * @param prefix the segments before {@code _packaging}, percent-encoded: organization or collection, and project
 * @param feed the feed's segment, percent-encoded, with its view
 * @param protocol the segments after the feed, such as {@code npm}, {@code registry}
 */
record PackagingPath(List<String> prefix, String feed, List<String> protocol) {
    private static final String PACKAGING = "_packaging";

    static Optional<PackagingPath> of(WebUrl url) {
        return of(url.segments());
    }

    static Optional<PackagingPath> of(List<String> segments) {
        int packaging = index(segments, PACKAGING);
        if (packaging < 0
                || packaging + 1 >= segments.size()
                || segments.get(packaging + 1).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PackagingPath(
                segments.subList(0, packaging),
                segments.get(packaging + 1),
                segments.subList(packaging + 2, segments.size())));
    }

    static int index(List<String> segments, String literal) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).equalsIgnoreCase(literal)) {
                return i;
            }
        }
        return -1;
    }

    boolean isNpmRegistry() {
        return protocolIs("npm", "registry");
    }

    boolean isMaven() {
        return protocolIs("maven", "v1");
    }

    private boolean protocolIs(String first, String second) {
        return protocol.size() == 2
                && protocol.get(0).equalsIgnoreCase(first)
                && protocol.get(1).equalsIgnoreCase(second);
    }

    /** The npm registry of a feed: absolute path, with the trailing slash that npm's keys need. */
    static String npmRegistry(List<String> prefix, String feed) {
        StringBuilder path = new StringBuilder("/");
        prefix.forEach(segment -> path.append(segment).append('/'));
        return path.append(PACKAGING)
                .append('/')
                .append(feed)
                .append("/npm/registry/")
                .toString();
    }
}
