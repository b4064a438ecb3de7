package io.github.feedauth.npmrc;

import java.util.Optional;

/**
 * A line that npm reads as a key.
 *
 * @param lineNumber counted from 1
 * @param section the decoded name of the section it stands in; empty at top level, the only place where npm looks for settings
 * @param key decoded, {@code ${NAME}} not expanded, without {@code []}
 * @param appends whether it is written {@code key[]}, which adds to a list
 * @param value decoded, {@code ${NAME}} not expanded; {@code "true"} where the line has no {@code =}. It may be a secret
 */
public record NpmrcEntry(int lineNumber, Optional<String> section, String key, boolean appends, String value) {
    /** Without the value. */
    @Override
    public String toString() {
        return "line " + lineNumber + section.map(name -> " [" + name + "]").orElse("") + ": " + key;
    }
}
