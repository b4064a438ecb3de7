package io.github.feedauth.npmrc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What we say of a document and of an edit of it, as a line of JSON for {@code src/test/oracle/npmrc-oracle.cjs}. */
final class OracleCase {
    private final NpmrcDocument document;
    private final List<OwnedLines> groups;
    private final EnvExpansion environment;

    OracleCase(NpmrcDocument document, List<OwnedLines> groups) {
        this.document = document;
        this.groups = groups;
        this.environment = document.environment();
    }

    /** The edited document, or {@code null} where the edit was refused. */
    String json(NpmrcDocument edited) {
        Map<String, String> values = new TreeMap<>();
        Map<String, String> expanded = new TreeMap<>();
        for (String key : candidates()) {
            document.value(key).ifPresent(value -> values.put(key, string(value)));
            document.expandedValue(key).ifPresent(value -> expanded.put(key, string(value)));
        }
        Map<String, String> env = new TreeMap<>();
        Documents.ENVIRONMENT.forEach((name, value) -> env.put(name, string(value)));
        return "{\"text\":" + string(document.text())
                + ",\"events\":" + events()
                + ",\"env\":" + object(env)
                + ",\"values\":" + object(values)
                + ",\"expanded\":" + object(expanded)
                + ",\"edit\":" + edit(edited) + "}";
    }

    private Set<String> candidates() {
        Set<String> names = new LinkedHashSet<>();
        document.entries().forEach(entry -> {
            if (entry.section().isEmpty()) {
                names.add(entry.key());
            }
        });
        document.sections().forEach(section -> names.add(section.name()));
        Set<String> keys = new LinkedHashSet<>();
        for (String name : names) {
            keys.add(environment.expand(name));
            keys.add(environment.expand(Landing.of(name).key()));
        }
        return keys;
    }

    private String events() {
        List<String> events = new ArrayList<>();
        LineTable lines = document.lines();
        for (int line = 0; line < lines.count(); line++) {
            IniLine read = IniLine.read(document.text(), lines.start(line), lines.contentEnd(line));
            if (read instanceof IniLine.Header header) {
                events.add("[\"section\"," + string(header.name()) + "]");
            } else if (read instanceof IniLine.Assignment found && !found.key().equals("__proto__")) {
                events.add("[\"key\"," + string(found.key()) + "," + found.appends() + ","
                        + string(tagged(found.value())) + "]");
            }
        }
        return "[" + String.join(",", events) + "]";
    }

    private static String tagged(IniValue value) {
        if (value instanceof IniValue.Items items) {
            return "a" + array(items.values(), item -> string(tagged(item)));
        }
        if (value instanceof IniValue.Mapping) {
            return "o";
        }
        if (value instanceof IniValue.Null) {
            return "z";
        }
        if (value instanceof IniValue.Flag) {
            return "b" + value.asText();
        }
        if (value instanceof IniValue.Numeric number) {
            return "n" + (number.equals(new IniValue.Numeric(-0.0)) ? "-0" : number.asText());
        }
        return "s" + value.asText();
    }

    private String edit(NpmrcDocument edited) {
        if (edited == null) {
            return "{\"refused\":true}";
        }
        List<OwnedSetting> put =
                groups.stream().flatMap(group -> group.put().stream()).toList();
        List<String> removed =
                groups.stream().flatMap(group -> group.remove().stream()).toList();
        Set<String> owned = new HashSet<>(removed);
        put.forEach(setting -> owned.add(setting.key()));
        boolean alsoWithinSections = document.topLevelLines().stream().anyMatch(line -> !line.forEveryNpm());
        Ownership ownership = new Ownership(groups, environment);
        List<String> spellings = document.topLevelLines().stream()
                .map(line -> line.assignment().key())
                .filter(key -> ownership.of(key).isPresent())
                .toList();
        return "{\"text\":" + string(edited.text())
                + ",\"spellings\":" + array(spellings, OracleCase::string)
                + ",\"put\":" + array(put, s -> "[" + string(s.key()) + "," + string(s.value()) + "]")
                + ",\"removed\":" + array(removed, OracleCase::string)
                + ",\"owned\":" + array(List.copyOf(owned), OracleCase::string)
                + ",\"alsoWithinSections\":" + alsoWithinSections + "}";
    }

    private static <T> String array(List<T> items, Function<T, String> json) {
        return "[" + String.join(",", items.stream().map(json).toList()) + "]";
    }

    private static String object(Map<String, String> jsonByName) {
        List<String> members = new ArrayList<>();
        jsonByName.forEach((name, json) -> members.add(string(name) + ":" + json));
        return "{" + String.join(",", members) + "}";
    }

    static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                json.append("\\u").append(Character.forDigit(c >> 12, 16)).append(Character.forDigit(c >> 8 & 15, 16));
                json.append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
