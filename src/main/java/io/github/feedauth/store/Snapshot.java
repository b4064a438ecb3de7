package io.github.feedauth.store;

import java.util.Arrays;
import java.util.Optional;

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
}
