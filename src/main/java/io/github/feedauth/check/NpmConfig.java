package io.github.feedauth.check;

import io.github.feedauth.feed.AuthLookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** npm's configuration in one folder: the settings of all levels, and which of them npm takes. */
public final class NpmConfig {
    private final List<ConfigSource> files;
    private final Map<String, List<Setting>> byKey = new LinkedHashMap<>();
    private final AuthLookup authLookup;

    /**
     * Puts the levels together.
     *
     * @param files the files that npm looks for, whether they are there or not
     * @param settings of all levels, in any order; of two of the same key at one level, the first counts
     */
    public NpmConfig(List<ConfigSource> files, List<Setting> settings) {
        this.files = List.copyOf(files);
        List<Setting> strongestFirst = new ArrayList<>(settings);
        strongestFirst.sort(Comparator.comparing(Setting::level));
        for (Setting setting : strongestFirst) {
            byKey.computeIfAbsent(setting.key(), key -> new ArrayList<>()).add(setting);
        }
        Map<String, String> merged = new HashMap<>();
        byKey.forEach((key, found) -> merged.put(key, found.get(0).value()));
        authLookup = AuthLookup.of(merged);
    }

    /** The files that npm looks for. */
    public List<ConfigSource> files() {
        return files;
    }

    /** The setting that npm takes for a key. */
    public Optional<Setting> taken(String key) {
        return all(key).stream().findFirst();
    }

    /** Every setting of a key, the one that npm takes first. */
    public List<Setting> all(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** Every setting, also those that npm does not take. */
    public List<Setting> settings() {
        return byKey.values().stream().flatMap(List::stream).toList();
    }

    /** npm's look-up of credentials in the settings that it takes. */
    public AuthLookup authLookup() {
        return authLookup;
    }
}
