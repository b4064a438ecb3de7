package io.github.feedauth.check;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be said of a package manager in one folder.
 *
 * @param client the package manager, in a word
 * @param folder the folder
 * @param root the folder whose configuration file counts
 * @param feeds by registry
 * @param findings of no registry in particular, the worst first
 */
public record CheckReport(String client, Path folder, Path root, List<FeedReport> feeds, List<Finding> findings) {

    /** Every finding. */
    public Stream<Finding> all() {
        return Stream.concat(feeds.stream().flatMap(feed -> feed.findings().stream()), findings.stream());
    }

    /** How many findings are that bad. */
    public long count(Severity severity) {
        return all().filter(finding -> finding.severity() == severity).count();
    }
}
