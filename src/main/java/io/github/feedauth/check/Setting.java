package io.github.feedauth.check;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A setting as npm reads it.
 *
 * @param level where npm takes it from
 * @param place where it stands
 * @param key as npm looks for it, {@code ${NAME}} expanded
 * @param value expanded too; empty where npm takes it for false. It may be a secret
 * @param unsetInKey the variables that its key refers to and that are not set; {@code NAME?} of {@code ${NAME?}} too
 * @param unsetInValue those of its value
 */
public record Setting(
        ConfigLevel level, Place place, String key, String value, Set<String> unsetInKey, Set<String> unsetInValue) {

    /** One that refers to no variable that is not set. */
    public Setting(ConfigLevel level, Place place, String key, String value) {
        this(level, place, key, value, Set.of(), Set.of());
    }

    /** All variables that have to be set for today's npm, and are not. */
    Set<String> unset() {
        Set<String> all = new LinkedHashSet<>(unsetInKey);
        all.addAll(unsetInValue);
        all.removeIf(Setting::isMarked);
        return all;
    }

    /** Whether a name is one only for those older clients that take a {@code ?} in it for a part of it. */
    static boolean isMarked(String name) {
        return name.contains("?");
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
