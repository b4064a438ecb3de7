package io.github.feedauth.store;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of one file.
 *
 * @param file the file as it was asked for
 * @param target the file that was written: another than {@code file.path()} when links were followed
 * @param change what was done
 * @param warnings sentences for the user, free of secrets; mostly none
 */
public record Outcome(ConfigFile file, Path target, Change change, List<String> warnings) {
    public Outcome {
        warnings = List.copyOf(warnings);
    }
}
