package io.github.feedauth.npmrc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys at top level and their values, put together as npm's {@code ini} and its configuration loader do. */
final class TopLevel {
    private final Map<String, IniValue> raw = new LinkedHashMap<>();
    private final Map<String, IniValue> byExpandedKey = new LinkedHashMap<>();

    TopLevel(List<TopLevelLine> lines, List<SectionLine> sections, EnvExpansion environment) {
        Map<String, List<IniValue>> lists = new HashMap<>();
        for (TopLevelLine line : lines) {
            if (line.forEveryNpm() && !line.assignment().key().equals("__proto__")) {
                assign(line.assignment(), lists);
            }
        }
        for (Map.Entry<String, List<IniValue>> list : lists.entrySet()) {
            raw.put(list.getKey(), new IniValue.Items(list.getValue()));
        }
        for (SectionLine section : sections) {
            if (!isTruthy(section.name()) && !section.name().equals("__proto__")) {
                raw.put(section.name(), new IniValue.Mapping());
            }
        }
        moveObjects();
        for (Map.Entry<String, IniValue> entry : raw.entrySet()) {
            byExpandedKey.put(environment.expand(entry.getKey()), entry.getValue());
        }
    }

    private void assign(IniLine.Assignment assignment, Map<String, List<IniValue>> lists) {
        String key = assignment.key();
        IniValue value = assignment.value();
        List<IniValue> list = lists.get(key);
        if (list == null && assignment.appends()) {
            list = new ArrayList<>();
            if (raw.containsKey(key)) {
                list.add(raw.get(key));
            }
            lists.put(key, list);
        }
        if (list != null) {
            list.add(value);
        } else if (value instanceof IniValue.Items items) {
            lists.put(key, new ArrayList<>(items.values()));
        }
        raw.put(key, value);
    }

    private boolean isTruthy(String key) {
        IniValue value = raw.get(key);
        return value != null && value.isTruthy();
    }

    private void moveObjects() {
        List<String> moved = new ArrayList<>();
        for (String key : List.copyOf(raw.keySet())) {
            IniValue value = raw.get(key);
            Landing landing = Landing.of(key);
            if (isObject(value) && landing.moves()) {
                raw.put(landing.key(), landing.how() == Landing.How.RENAMED ? value : container(landing.key()));
                moved.add(key);
            }
        }
        raw.keySet().removeAll(moved);
    }

    private IniValue container(String key) {
        return raw.get(key) instanceof IniValue.Items list ? list : new IniValue.Mapping();
    }

    private static boolean isObject(IniValue value) {
        return value instanceof IniValue.Mapping || value instanceof IniValue.Null;
    }

    /** The value of a key, given as npm looks for it: {@code ${NAME}} expanded. */
    Optional<IniValue> value(String key) {
        return Optional.ofNullable(byExpandedKey.get(key));
    }

    /** Every key as it is written, in the order of the file. */
    Set<String> writtenKeys() {
        return Collections.unmodifiableSet(raw.keySet());
    }

    /** Every key, expanded, in the order of the file. */
    Map<String, IniValue> values() {
        return Collections.unmodifiableMap(byExpandedKey);
    }
}
