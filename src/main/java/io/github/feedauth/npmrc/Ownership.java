package io.github.feedauth.npmrc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which key of a file is ours: exact equality with a key that is put or removed, never a part of it. */
final class Ownership {
    private final Map<String, Owned> byKey = new HashMap<>();
    private final EnvExpansion environment;

    /**
     * A key of ours.
     *
     * @param key as npm looks for it
     * @param group the index of its group
     * @param setting what is to be put; empty where the key has to go
     */
    record Owned(String key, int group, Optional<OwnedSetting> setting) {}

    /** @throws IllegalArgumentException if two groups disagree about a key, or both put it */
    Ownership(List<OwnedLines> groups, EnvExpansion environment) {
        this.environment = environment;
        for (int group = 0; group < groups.size(); group++) {
            for (OwnedSetting setting : groups.get(group).put()) {
                claim(new Owned(setting.key(), group, Optional.of(setting)));
            }
            for (String key : groups.get(group).remove()) {
                claim(new Owned(key, group, Optional.empty()));
            }
        }
    }

    private void claim(Owned owned) {
        Owned before = byKey.putIfAbsent(owned.key(), owned);
        boolean bothRemove =
                before != null && before.setting().isEmpty() && owned.setting().isEmpty();
        if (before != null && !bothRemove) {
            throw new IllegalArgumentException("In two groups: " + owned.key());
        }
    }

    /** The key of ours that any npm reads from a key of the file, decoded. */
    Optional<Owned> of(String decodedKey) {
        Owned exact = byKey.get(decodedKey);
        if (exact != null || !EnvExpansion.mayHoldVariable(decodedKey)) {
            return Optional.ofNullable(exact);
        }
        return environment.expansions(decodedKey).stream()
                .filter(byKey::containsKey)
                .map(byKey::get)
                .findFirst();
    }
}
