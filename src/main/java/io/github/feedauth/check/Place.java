package io.github.feedauth.check;

import io.github.feedauth.failure.Printable;
import java.nio.file.Path;

/**
 * Where something stands.
 *
 * @param name a file's path, or an environment variable or parameter in words
 * @param line counted from 1; 0 where there are no lines
 */
public record Place(String name, int line) {

    /** A file as a whole. */
    public static Place of(Path file) {
        return new Place(file.toString(), 0);
    }

    /** Something without lines, in words. */
    public static Place named(String words) {
        return new Place(words, 0);
    }

    /** For people: {@code /home/ada/.npmrc, line 3}. */
    @Override
    public String toString() {
        return Printable.name(name) + (line > 0 ? ", line " + line : "");
    }
}
