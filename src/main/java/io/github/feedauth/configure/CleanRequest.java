package io.github.feedauth.configure;

import io.github.feedauth.feed.Feed;
import java.nio.file.Path;
import java.util.List;

/**
 * What one module asks to be taken back.
 *
 * @param module the module's folder: everything written for it goes
 * @param build the folders of the modules of this build: none of them keeps another's credential
 * @param feeds the feeds of its POM, whose credentials go, unless a project outside of this build needs them
 * @param everything whether what was written for all other modules goes too
 * @param buildFile the file of the store {@code build}
 * @param dryRun whether only to tell what would change
 */
public record CleanRequest(
        Path module, List<Path> build, List<Feed> feeds, boolean everything, Path buildFile, boolean dryRun) {

    /** Whether it is a module of this build. */
    boolean isOfThisBuild(Path folder) {
        return folder.equals(module) || build.contains(folder);
    }
}
