package io.github.feedauth.store;

import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A file as it was read, to tell later whether it still is so.
 *
 * @param facts what it was; empty when there was none
 * @param content its bytes
 */
record Snapshot(Optional<Facts> facts, Optional<byte[]> content) {

    /** There is no file. */
    static Snapshot absent() {
        return new Snapshot(Optional.empty(), Optional.empty());
    }

    /** Whether the bytes, the owner and the mode are the same; when they were written is of no interest. */
    boolean sameAs(Snapshot other) {
        return sameContent(other.content)
                && facts.flatMap(Facts::ownership).equals(other.facts.flatMap(Facts::ownership));
    }

    boolean sameContent(Optional<byte[]> other) {
        return content.isPresent() == other.isPresent()
                && Arrays.equals(content.orElse(new byte[0]), other.orElse(new byte[0]));
    }

    /** The mode of a file with secrets that others than its owner may read or write; empty where it is as it should be. */
    Optional<Set<PosixFilePermission>> tooWideMode(ConfigFile file) {
        if (!file.secret() || facts.isEmpty() || facts.get().ownership().isEmpty()) {
            return Optional.empty();
        }
        Set<PosixFilePermission> mode = facts.get().ownership().get().mode();
        return Modes.isOwnerOnly(mode) ? Optional.empty() : Optional.of(mode);
    }
}
