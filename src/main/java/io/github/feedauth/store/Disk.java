package io.github.feedauth.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;

/**
 * What the store asks of a file system, step by step, so that each step can be made to fail. Not a general file system: it
 * replaces small files, nothing else.
 */
interface Disk {

    /** The folder's path without links. */
    Path realFolder(Path folder) throws IOException;

    /** Where a symbolic link points, as written in it; empty when the path is no link or does not exist. */
    Optional<Path> link(Path path) throws IOException;

    /**
     * Opens a folder.
     *
     * @param realFolder a path without links; a link that was put into it meanwhile is not followed
     */
    Folder open(Path realFolder) throws IOException;

    /**
     * Creates one folder.
     *
     * @param ownerOnly whether nobody else may look into it
     */
    void createFolder(Path folder, boolean ownerOnly) throws IOException;

    /** Removes an empty folder. */
    void removeFolder(Path folder) throws IOException;

    /** Opens a lock file for writing, creating it for its owner only where it is missing, and follows no link. */
    FileChannel openLock(Path file) throws IOException;

    /** The owner of what this process creates; empty where owners say nothing. */
    Optional<UserPrincipal> self() throws IOException;
}
