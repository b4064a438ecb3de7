package io.github.feedauth.npmrc;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one group of our lines has to be: an edit to ask of {@link NpmrcDocument#apply}.
 *
 * @param put the settings that have to stand, in this order where they are new
 * @param remove the keys that must not stand
 * @param markers the comment lines around the group, where it has any
 */
public record OwnedLines(List<OwnedSetting> put, Set<String> remove, Optional<CommentMarkers> markers) {
    /** @throws IllegalArgumentException naming the key, if one is put twice, put and removed, or cannot be a key */
    public OwnedLines {
        put = List.copyOf(put);
        remove = Set.copyOf(remove);
        Set<String> keys = new HashSet<>(remove);
        for (OwnedSetting setting : put) {
            if (!keys.add(setting.key())) {
                throw new IllegalArgumentException("Put twice, or put and removed: " + setting.key());
            }
        }
        for (String key : remove) {
            OwnedSetting.requireKey(key);
        }
    }

    /** Settings that have to stand, without markers. */
    public static OwnedLines put(List<OwnedSetting> settings) {
        return new OwnedLines(settings, Set.of(), Optional.empty());
    }

    /** Keys that must not stand. */
    public static OwnedLines remove(Set<String> keys) {
        return new OwnedLines(List.of(), keys, Optional.empty());
    }

    /** This group, with more keys that must not stand. */
    public OwnedLines removing(Set<String> keys) {
        Set<String> all = new LinkedHashSet<>(remove);
        all.addAll(keys);
        return new OwnedLines(put, all, markers);
    }

    /** This group, between comment lines. */
    public OwnedLines between(CommentMarkers lines) {
        return new OwnedLines(put, remove, Optional.of(lines));
    }
}
