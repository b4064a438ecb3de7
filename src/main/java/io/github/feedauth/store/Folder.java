package io.github.feedauth.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder held open. Names are single names in it, and no link is followed at any of them. Where the system can, everything
 * happens in the folder that was opened, even if its path meanwhile leads elsewhere.
 */
interface Folder extends Closeable {

    /** The folder itself. */
    Facts facts() throws IOException;

    /** An entry; empty when there is none of this name. */
    Optional<Facts> facts(String name) throws IOException;

    /** Whether the system says that this user may write the entry, or with {@code "."} the folder. */
    boolean writable(String name);

    /** Up to {@code limit} bytes from the start of a file. */
    byte[] read(String name, int limit) throws IOException;

    /** Creates a file that must not exist yet with this mode, or a narrower one if the process's umask says so. */
    NewFile create(String name, Set<PosixFilePermission> mode) throws IOException;

    /** Sets a file's mode. */
    void permit(String name, Set<PosixFilePermission> mode) throws IOException;

    /** Gives a file the owner and group of another. */
    void hand(String name, Facts.Ownership to) throws IOException;

    /** Puts one file in the place of another, which need not exist, in one step. */
    void replace(String source, String target) throws IOException;

    /** Removes a file. */
    void delete(String name) throws IOException;

    /** The names of all entries. */
    List<String> names() throws IOException;

    /** Makes sure that the entries survive a power failure. */
    void force() throws IOException;

    /** A file being written. */
    interface NewFile extends Closeable {
        /** Appends bytes. */
        void write(byte[] content) throws IOException;

        /** Makes sure that the content survives a power failure. */
        void force() throws IOException;
    }
}
