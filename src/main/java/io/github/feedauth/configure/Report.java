package io.github.feedauth.configure;

import io.github.feedauth.feed.Feed;
import io.github.feedauth.npmrc.ChangedLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What one module's configuration did, or in a dry run would do.
 *
 * @param origins which source served each feed, in words
 * @param files the files, changed or not
 */
public record Report(Map<Feed, String> origins, List<FileReport> files) {

    /**
     * One file.
     *
     * @param path where it is
     * @param secret whether it holds credentials
     * @param changed whether it was written, or in a dry run would be
     * @param lines what changed, with secrets masked
     * @param warnings sentences for the user
     */
    public record FileReport(
            Path path, boolean secret, boolean changed, List<ChangedLine> lines, List<String> warnings) {}
}
