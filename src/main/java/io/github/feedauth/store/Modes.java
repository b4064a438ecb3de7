package io.github.feedauth.store;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The POSIX modes that the store gives. */
final class Modes {
    /** A file for its owner's eyes. */
    static final Set<PosixFilePermission> OWNER_ONLY = mode("rw-------");
    /** A new file of a project, before the umask. */
    static final Set<PosixFilePermission> SHARED = mode("rw-r--r--");
    /** A folder for its owner's eyes. */
    static final Set<PosixFilePermission> FOLDER_OWNER_ONLY = mode("rwx------");
    /** Another new folder, before the umask. */
    static final Set<PosixFilePermission> FOLDER_SHARED = mode("rwxr-xr-x");

    private Modes() {}

    /** Whether a file of this mode gives nothing beyond reading and writing to its owner. */
    static boolean isOwnerOnly(Set<PosixFilePermission> mode) {
        return OWNER_ONLY.containsAll(mode);
    }

    private static Set<PosixFilePermission> mode(String text) {
        return Set.copyOf(PosixFilePermissions.fromString(text));
    }
}
