package io.github.feedauth.configure;

import io.github.feedauth.credential.Secret;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.npmrc.ChangedLine;
import io.github.feedauth.store.ConfigFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one module's configuration did, or in a dry run would do.
 *
 * @param origins which source served each feed, in words
 * @param files the files, changed or not
 * @param userConfig the file that npm has to read in the place of the user's own, where there is one
 * @param yarnPlugin the file that Yarn 2 and newer has to load as a plugin, where there is one
 * @param corepack the environment that Corepack needs to download package managers from the feed; empty for none
 */
public record Report(
        Map<Feed, String> origins,
        List<FileReport> files,
        Optional<Path> userConfig,
        Optional<Path> yarnPlugin,
        Map<String, Secret> corepack) {

    /** Nothing has to be read in the place of another file. */
    Report(Map<Feed, String> origins, List<FileReport> files) {
        this(origins, files, Optional.empty(), Optional.empty(), Map.of());
    }

    /**
     * One file.
     *
     * @param file which
     * @param changed whether it was written, or in a dry run would be
     * @param lines what changed, with secrets masked
     * @param warnings sentences for the user
     */
    public record FileReport(ConfigFile file, boolean changed, List<ChangedLine> lines, List<String> warnings) {

        /** Where it is. */
        public Path path() {
            return file.path();
        }

        /** Whether it holds credentials. */
        public boolean secret() {
            return file.secret();
        }

        /** The keys that are gone, without those whose line was replaced. */
        public List<String> removedKeys() {
            Set<String> added = keys(ChangedLine.Kind.ADDED).collect(Collectors.toSet());
            return keys(ChangedLine.Kind.REMOVED)
                    .filter(key -> !added.contains(key))
                    .distinct()
                    .toList();
        }

        private Stream<String> keys(ChangedLine.Kind kind) {
            return lines.stream()
                    .filter(line -> line.kind() == kind && keyEnd(line.text()) > 0)
                    .map(line -> line.text().substring(0, keyEnd(line.text())).strip());
        }

        /** Comments have no key, and neither have the lines of {@code .yarnrc.yml} that begin a map. */
        private static int keyEnd(String line) {
            int equals = line.indexOf('=');
            return equals > 0 || line.startsWith(";") ? equals : line.indexOf(": ");
        }

        FileReport warning(List<String> more) {
            List<String> all = new ArrayList<>(warnings);
            all.addAll(more);
            return new FileReport(file, changed, lines, all);
        }
    }
}
