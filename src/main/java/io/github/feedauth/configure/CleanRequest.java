package io.github.feedauth.configure;

import io.github.feedauth.feed.Feed;
import java.nio.file.Path;
import java.util.List;

/**
 * What one module asks to be taken back.
 *
 * @param module the module's folder: everything written for it goes
 * @param feeds the feeds of its POM, whose credentials go whichever module they were written for
 * @param everything whether what was written for all other modules goes too
 * @param buildFile the file of the store {@code build}
 * @param dryRun whether only to tell what would change
 */
public record CleanRequest(Path module, List<Feed> feeds, boolean everything, Path buildFile, boolean dryRun) {}
