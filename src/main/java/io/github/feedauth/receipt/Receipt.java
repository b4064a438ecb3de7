package io.github.feedauth.receipt;

import io.github.feedauth.npmrc.WrittenLine;
import io.github.feedauth.store.ConfigFile;
import java.nio.file.Path;

/**
 * One line that {@code configure} wrote.
 *
 * @param module the folder of the module that it was written for
 * @param file the file
 * @param created whether the file came into being with it
 * @param line the line
 */
public record Receipt(Path module, ConfigFile file, boolean created, WrittenLine line) {

    boolean isFor(ConfigFile other, String key) {
        return file.equals(other) && line.key().equals(key);
    }
}
