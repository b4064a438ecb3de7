package io.github.feedauth.store;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of a folder as it stands on the disk, links not followed.
 *
 * @param size in bytes
 * @param key what tells it from every other file of the machine; empty where the system has no such thing
 * @param ownership empty where the file system knows no POSIX owners and modes
 */
record Facts(Kind kind, long size, Optional<Object> key, Optional<Ownership> ownership) {

    /** What an entry is. */
    enum Kind {
        REGULAR,
        FOLDER,
        LINK,
        /** A FIFO, a socket or a device. */
        OTHER
    }

    /**
     * Whose an entry is, and who may do what with it. The names of owner and group are looked up when they are first asked for: the
     * system's accounts are slower to read than the file.
     */
    static final class Ownership {
        private final PosixFileAttributes attributes;
        private final Set<PosixFilePermission> mode;

        private Ownership(PosixFileAttributes attributes) {
            this.attributes = attributes;
            this.mode = Set.copyOf(attributes.permissions());
        }

        UserPrincipal owner() {
            return attributes.owner();
        }

        GroupPrincipal group() {
            return attributes.group();
        }

        Set<PosixFilePermission> mode() {
            return mode;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Ownership that
                    && mode.equals(that.mode)
                    && owner().equals(that.owner())
                    && group().equals(that.group());
        }

        @Override
        public int hashCode() {
            return mode.hashCode();
        }
    }

    static Facts of(BasicFileAttributes attributes) {
        return new Facts(
                kind(attributes), attributes.size(), Optional.ofNullable(attributes.fileKey()), Optional.empty());
    }

    static Facts of(PosixFileAttributes attributes) {
        return new Facts(
                kind(attributes),
                attributes.size(),
                Optional.ofNullable(attributes.fileKey()),
                Optional.of(new Ownership(attributes)));
    }

    /** Whether the mode has this bit; true where there are no modes. */
    boolean allows(PosixFilePermission permission) {
        return ownership.isEmpty() || ownership.get().mode().contains(permission);
    }

    /** Whether it belongs to this user; true where there are no owners. */
    boolean belongsTo(Optional<UserPrincipal> user) {
        return ownership.isEmpty() || user.isEmpty() || ownership.get().owner().equals(user.get());
    }

    private static Kind kind(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return Kind.LINK;
        }
        if (attributes.isDirectory()) {
            return Kind.FOLDER;
        }
        return attributes.isRegularFile() ? Kind.REGULAR : Kind.OTHER;
    }
}
