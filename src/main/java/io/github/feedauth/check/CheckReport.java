package io.github.feedauth.check;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return severity.among(all().toList());
    }

    /** The findings of several folders: what is found of the same registry, or of none, in more than one of them is one finding. */
    public static List<Finding> findings(List<CheckReport> reports) {
        Map<List<Object>, Finding> findings = new LinkedHashMap<>();
        for (CheckReport report : reports) {
            for (FeedReport feed : report.feeds()) {
                for (Finding finding : feed.findings()) {
                    findings.put(List.of(feed.target().url().text(), finding), finding);
                }
            }
            for (Finding finding : report.findings()) {
                findings.put(List.of(finding), finding);
            }
        }
        return Finding.causesFirst(findings.values());
    }
}
