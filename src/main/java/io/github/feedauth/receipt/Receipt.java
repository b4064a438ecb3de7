package io.github.feedauth.receipt;

import io.github.feedauth.npmrc.WrittenLine;
import io.github.feedauth.store.ConfigFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One line that {@code configure} wrote.
 *
 * @param module the folder of the module that it was written for
 * @param file the file
 * @param created whether the file came into being with it
 * @param line the line
 */
public record Receipt(Path module, ConfigFile file, boolean created, WrittenLine line) {

    boolean isForSameLineAs(Receipt other) {
        return file.path().equals(other.file().path())
                && line.key().equals(other.line().key());
    }

    /** Whether what the other one replaced is what this one wrote: a secret is not on record, and taken for it. */
    boolean isReplacedBy(Receipt other) {
        return line.value().isEmpty()
                || other.line()
                        .replaced()
                        .equals(Optional.of(line.key() + "=" + line.value().get()));
    }
}
