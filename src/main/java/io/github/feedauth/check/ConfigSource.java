package io.github.feedauth.check;

import io.github.feedauth.npmrc.NpmrcDocument;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A configuration file that npm would read.
 *
 * @param level what npm reads it as
 * @param file absolute
 * @param name what it is called in words: its path, or that of the one that it stands for
 * @param document its content; empty where there is none, or where it can't be read
 * @param problem why npm can't make sense of it, or of a byte of it
 */
public record ConfigSource(
        ConfigLevel level, Path file, String name, Optional<NpmrcDocument> document, Optional<Finding> problem) {}
