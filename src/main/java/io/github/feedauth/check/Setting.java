package io.github.feedauth.check;

import java.util.Set;

/**
 * A setting as npm reads it.
 *
 * @param level where npm takes it from
 * @param place where it stands
 * @param key as npm looks for it, {@code ${NAME}} expanded
 * @param value expanded too; empty where npm takes it for false. It may be a secret
 * @param unset the variables that it refers to and that are not set
 */
public record Setting(ConfigLevel level, Place place, String key, String value, Set<String> unset) {

    /** One that refers to no variable that is not set. */
    public Setting(ConfigLevel level, Place place, String key, String value) {
        this(level, place, key, value, Set.of());
    }

    /** What stands after the last colon: {@code _password} of {@code //host/:_password}; the key itself where there is none. */
    String name() {
        return key.substring(key.lastIndexOf(':') + 1);
    }

    /** What stands before it: {@code //host/}; empty where there is no colon. */
    String prefix() {
        return key.substring(0, Math.max(0, key.lastIndexOf(':')));
    }

    /** Without the value. */
    @Override
    public String toString() {
        return key + " (" + place + ")";
    }
}
