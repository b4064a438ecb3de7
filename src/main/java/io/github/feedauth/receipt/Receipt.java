package io.github.feedauth.receipt;

import io.github.feedauth.npmrc.WrittenLine;
import io.github.feedauth.store.ConfigFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code configure} did to one line.
 *
 * @param module the folder of the module that it was done for
 * @param file the file
 * @param created whether the file came into being with it
 * @param line the line
 */
public record Receipt(Path module, ConfigFile file, boolean created, WrittenLine line) {

    boolean isForSameLineAs(Receipt other) {
        return file.path().equals(other.file().path())
                && line.key().equals(other.line().key());
    }

    /** Whether the other one is of this line, with this value, too. */
    boolean saysTheSameAs(Receipt other) {
        return isForSameLineAs(other)
                && !other.line().isRemoved()
                && line.value().equals(other.line().value());
    }

    /** Whether what stood there before the other one is what this one wrote: a secret is not on record, and taken for it. */
    boolean isFollowedBy(Receipt other) {
        return line.value().isEmpty() || line.value().equals(other.line().was());
    }

    /** This, without what only the edit knows. */
    Receipt onRecord() {
        return new Receipt(module, file, created, line.onRecord());
    }

    /** This, after the line was written anew: what stood there first stays on record. */
    Receipt writtenAnew(Receipt fresh) {
        WrittenLine now = new WrittenLine(
                line.kind(), line.key(), fresh.line().value(), line.before(), Optional.empty(), line.at());
        return new Receipt(fresh.module(), fresh.file(), created, now);
    }

    /** This, after its line was removed, where something stood there before it. */
    Receipt removed(Receipt fresh) {
        WrittenLine gone = WrittenLine.removed(
                line.key(),
                line.before().map(before -> before + "\n"),
                fresh.line().at());
        return new Receipt(fresh.module(), fresh.file(), created, gone);
    }

    /** This, as if it had been written for another module. */
    public Receipt handedTo(Path other) {
        return new Receipt(other, file, created, line);
    }
}
