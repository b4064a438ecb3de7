package io.github.feedauth.yarnrc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The lines of a file, and what is found in them: maps in block style, one key a line. Whatever else is refused where it matters. */
class YarnrcMaps {
    private static final String REGISTRIES = "npmRegistries";

    final List<YarnLine> lines;
    final int start;

    /** @param end behind its last line that is neither blank nor a comment */
    record Entry(String key, int line, int end) {}

    YarnrcMaps(List<YarnLine> lines) {
        this.lines = new ArrayList<>(lines);
        this.start = check();
    }

    /** Refuses what no line of the file may have; gives the line that the map starts behind. */
    private int check() {
        int first = 0;
        boolean begun = false;
        for (int i = 0; i < lines.size(); i++) {
            YarnLine line = lines.get(i);
            if (line.text().indexOf('\r') >= 0) {
                throw new Unsafe(i, "has a carriage return inside");
            }
            if (line.isIdle()) {
                continue;
            }
            boolean marker = line.text().startsWith("---") && !line.text().startsWith("----");
            if (marker && !begun && withoutComment(line.text()).equals("---")) {
                first = i + 1;
            } else if (marker || line.text().startsWith("...") || line.text().startsWith("%")) {
                throw new Unsafe(i, "is a directive, or begins or ends a document");
            } else if (line.isOpen()) {
                throw new Unsafe(i, "begins a value that goes on in the next line");
            }
            begun = true;
        }
        return first;
    }

    private static String withoutComment(String text) {
        int comment = text.indexOf(" #");
        return (comment < 0 ? text : text.substring(0, comment)).strip();
    }

    /** The line of a setting; less than 0 where there is none. */
    final int lineOf(String name) {
        return leaf(List.of(name.split(" ", -1))).map(Entry::line).orElse(-1);
    }

    final Optional<Entry> leaf(List<String> path) {
        int from = start;
        int to = lines.size();
        Optional<Entry> found = Optional.empty();
        for (int depth = 0; depth < path.size(); depth++) {
            found = find(entries(from, to), path, depth);
            if (found.isEmpty()) {
                return found;
            }
            if (depth < path.size() - 1) {
                requireMap(found.get());
            }
            from = found.get().line() + 1;
            to = found.get().end();
        }
        return found;
    }

    /** A setting's value; empty where it is not there, or says nothing. */
    final Optional<YarnrcValue> value(List<String> path) {
        return reach(path).filter(entry -> !isNothing(entry)).map(entry -> {
            requireScalar(entry);
            String value = lines.get(entry.line()).value();
            if (isQuote(value.charAt(0)) && YarnLine.unquoted(value).equals(value)) {
                throw new Unsafe(entry.line(), "has a quote or a backslash inside of quotes");
            }
            return new YarnrcValue(YarnLine.unquoted(value), entry.line() + 1);
        });
    }

    final boolean has(List<String> path) {
        return reach(path).isPresent();
    }

    /** As {@link #leaf}, where a map that has nothing in it, as in braces, has none of the keys. */
    private Optional<Entry> reach(List<String> path) {
        for (int depth = 1; depth < path.size(); depth++) {
            Optional<Entry> map = leaf(path.subList(0, depth));
            boolean empty = map.isEmpty()
                    || isNothing(map.get())
                    || lines.get(map.get().line()).value().equals("{}");
            if (empty) {
                return Optional.empty();
            }
        }
        return leaf(path);
    }

    private boolean isNothing(Entry entry) {
        return entry.end() == entry.line() + 1
                && lines.get(entry.line()).value().isEmpty();
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    /** Yarn takes two addresses that differ in the slash at the end alone for the same registry. */
    static Optional<Entry> find(List<Entry> entries, List<String> path, int depth) {
        boolean url = depth == 1 && path.get(0).equals(REGISTRIES);
        Optional<Entry> found = Optional.empty();
        for (Entry entry : entries) {
            String key = url ? withoutSlash(entry.key()) : entry.key();
            String wanted = url ? withoutSlash(path.get(depth)) : path.get(depth);
            if (key.equals(wanted)) {
                if (found.isPresent()) {
                    throw new Unsafe(entry.line(), "has a key for the second time");
                }
                found = Optional.of(entry);
            }
        }
        return found;
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    final List<Entry> entries(int from, int to) {
        List<Entry> entries = new ArrayList<>();
        int indent = -1;
        for (int i = from; i < to; i++) {
            YarnLine line = lines.get(i);
            if (line.isIdle()) {
                continue;
            }
            indent = indent < 0 ? line.indent() : indent;
            Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
            boolean compactItem = line.indent() == indent
                    && line.isItem()
                    && last != null
                    && lines.get(last.line()).value().isEmpty();
            if ((line.indent() > indent && last != null) || compactItem) {
                entries.set(entries.size() - 1, new Entry(last.key(), last.line(), i + 1));
                continue;
            }
            Optional<String> key = line.indent() == indent && !line.isItem() ? line.key() : Optional.empty();
            if (key.isEmpty() || key.get().equals("<<")) {
                throw new Unsafe(i, "is no plain 'key: value' of a map");
            }
            entries.add(new Entry(key.get(), i, i + 1));
        }
        return entries;
    }

    final void requireMap(Entry entry) {
        if (!lines.get(entry.line()).value().isEmpty() || entry.end() == entry.line() + 1) {
            throw new Unsafe(entry.line(), "holds no map in block style");
        }
    }

    final void requireScalar(Entry entry) {
        String value = lines.get(entry.line()).value();
        boolean exotic = value.isEmpty() || "&*!|>[{".indexOf(value.charAt(0)) >= 0;
        if (exotic || entry.end() != entry.line() + 1) {
            throw new Unsafe(entry.line(), "holds no plain value");
        }
    }

    final boolean hasItem(Entry entry, String item) {
        String flow = lines.get(entry.line()).value();
        if (flow.startsWith("[") && flow.endsWith("]")) {
            return Arrays.stream(flow.substring(1, flow.length() - 1).split(",", -1))
                    .anyMatch(one -> YarnLine.unquoted(one.strip()).equals(item));
        }
        return itemLine(entry, item) >= 0;
    }

    final int itemLine(Entry entry, String item) {
        int indent = -1;
        int found = -1;
        for (int i = entry.line() + 1; i < entry.end(); i++) {
            YarnLine line = lines.get(i);
            if (line.isIdle()) {
                continue;
            }
            indent = indent < 0 ? line.indent() : indent;
            if (!line.isItem() || line.indent() != indent) {
                throw new Unsafe(i, "is no item of a list");
            }
            if (line.item().equals(item)) {
                found = i;
            }
        }
        return found;
    }
}
