package io.github.feedauth.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A configuration file and how it must be treated: whether it holds secrets, and how far its links may lead.
 *
 * @param path where the file is named, absolute; it need not exist
 * @param projectFolder the folder that a link must not leave; empty for a file that holds secrets
 */
public record ConfigFile(Path path, Optional<Path> projectFolder) {

    /** @throws IllegalArgumentException when the path names no file (a root) */
    public ConfigFile {
        path = path.toAbsolutePath();
        projectFolder =
                projectFolder.isPresent() ? Optional.of(projectFolder.get().toAbsolutePath()) : projectFolder;
        if (path.getFileName() == null) {
            throw new IllegalArgumentException("Not a file: " + path);
        }
    }

    /**
     * A file that holds secrets: readable by its owner only from its first byte, and refused when it belongs to somebody else. A
     * symbolic link is written through. A missing folder is created.
     */
    public static ConfigFile user(Path path) {
        return new ConfigFile(path, Optional.empty());
    }

    /**
     * A file of a project, without secrets: keeps its mode and, where it can, its owner. A symbolic link whose target lies
     * outside of the project is refused.
     */
    public static ConfigFile project(Path path, Path projectFolder) {
        return new ConfigFile(path, Optional.of(projectFolder));
    }

    /** Whether only its owner may read it. */
    public boolean secret() {
        return projectFolder.isEmpty();
    }

    /** A key of maps on the way that every build takes, where the record's own would be put together at run time. */
    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfigFile file && path.equals(file.path) && projectFolder.equals(file.projectFolder);
    }
}
