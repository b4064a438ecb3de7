package io.github.feedauth.yarnrc;

import io.github.feedauth.failure.MaybeToken;
import io.github.feedauth.npmrc.ChangedLine;
import io.github.feedauth.npmrc.WrittenLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a file while they are edited. */
final class YarnrcEditing extends YarnrcMaps {
    private static final String WHITELIST = "unsafeHttpWhitelist";
    private static final int STEP = 2;

    private final List<ChangedLine> changes = new ArrayList<>();
    private final List<WrittenLine> written = new ArrayList<>();

    YarnrcEditing(List<YarnLine> lines) {
        super(lines);
    }

    List<ChangedLine> changes() {
        return changes;
    }

    List<WrittenLine> written() {
        return written;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (YarnLine line : lines) {
            text.append(line.text()).append(line.end());
        }
        return text.toString();
    }

    void put(YarnSetting setting) {
        List<String> path = setting.path();
        int from = start;
        int to = lines.size();
        for (int depth = 0; depth < path.size(); depth++) {
            List<Entry> entries = entries(from, to);
            Optional<Entry> found = find(entries, path, depth);
            if (found.isEmpty()) {
                boolean top = depth == 0;
                int at = top || entries.isEmpty()
                        ? to
                        : entries.get(entries.size() - 1).end();
                int indent =
                        entries.isEmpty() ? 0 : lines.get(entries.get(0).line()).indent();
                refuseAfterBlockScalar(entries, top);
                insert(at, indent, depth, setting);
                return;
            }
            Entry entry = found.get();
            if (depth == path.size() - 1) {
                if (setting.kind() == YarnSetting.Kind.ITEM) {
                    putItem(entry, setting);
                } else {
                    replace(entry, setting);
                }
                return;
            }
            requireMap(entry);
            from = entry.line() + 1;
            to = entry.end();
        }
    }

    /** A block scalar may have lines that look like comments, and its end may hang on the file's. */
    private void refuseAfterBlockScalar(List<Entry> entries, boolean top) {
        if (entries.isEmpty()) {
            return;
        }
        Entry last = entries.get(entries.size() - 1);
        String value = lines.get(last.line()).value();
        if (!value.isEmpty() && "|>".indexOf(value.charAt(0)) >= 0 && (!top || endsOpen())) {
            throw new Unsafe(last.line(), "begins a block of text at the end of its map");
        }
    }

    private boolean endsOpen() {
        return !lines.isEmpty() && lines.get(lines.size() - 1).end().isEmpty();
    }

    private void insert(int at, int indent, int depth, YarnSetting setting) {
        List<String> path = setting.path();
        int line = at;
        int blanks = indent;
        for (int i = depth; i < path.size(); i++) {
            boolean leaf = i == path.size() - 1 && setting.kind() != YarnSetting.Kind.ITEM;
            if (!leaf) {
                String key = key(path.get(i)) + ":";
                add(line++, " ".repeat(blanks) + key, " ".repeat(blanks) + key);
                blanks += STEP;
            }
        }
        add(line, " ".repeat(blanks) + setting.line(false), " ".repeat(blanks) + setting.line(true));
        written.add(WrittenLine.fresh(setting.name(), setting.valueToShow()));
    }

    private static String key(String key) {
        boolean plain = key.startsWith("npm") && key.indexOf('.') < 0 && key.indexOf('-') < 0;
        return plain || key.equals(WHITELIST) ? key : "\"" + key + "\"";
    }

    private void add(int at, String text, String shown) {
        String end = lines.isEmpty() || lines.get(0).end().isEmpty()
                ? "\n"
                : lines.get(0).end();
        if (at == lines.size() && endsOpen()) {
            lines.set(at - 1, new YarnLine(lines.get(at - 1).text(), end));
            lines.add(new YarnLine(text, ""));
        } else {
            lines.add(at, new YarnLine(text, end));
        }
        changes.add(new ChangedLine(ChangedLine.Kind.ADDED, at + 1, shown));
    }

    private void replace(Entry entry, YarnSetting setting) {
        YarnLine line = lines.get(entry.line());
        requireScalar(entry);
        if (YarnLine.unquoted(line.value()).equals(setting.value())) {
            return;
        }
        String blanks = " ".repeat(line.indent());
        String comment = line.comment();
        lines.set(entry.line(), new YarnLine(blanks + setting.line(false) + comment, line.end()));
        String before = withoutEnd(line.text(), comment);
        boolean secret = setting.kind() == YarnSetting.Kind.SECRET || mayHoldSecret(before);
        Optional<String> replaced = secret ? Optional.empty() : Optional.of(before);
        changes.add(new ChangedLine(
                ChangedLine.Kind.REMOVED, entry.line() + 1, replaced.orElse(blanks + entry.key() + ": ***")));
        changes.add(new ChangedLine(ChangedLine.Kind.ADDED, entry.line() + 1, blanks + setting.line(true)));
        WrittenLine account = WrittenLine.replaced(setting.name(), setting.valueToShow(), replaced);
        boolean ofSecret = setting.kind() == YarnSetting.Kind.SECRET;
        written.add(ofSecret ? account : account.insteadOf(YarnLine.unquoted(line.value())));
    }

    /** Its comment, which may hold anything, stays in the file and gets on no record. */
    private static String withoutEnd(String text, String comment) {
        return comment.isEmpty() ? text : text.substring(0, text.stripTrailing().length() - comment.length());
    }

    private void putItem(Entry entry, YarnSetting setting) {
        if (hasItem(entry, setting.value())) {
            return;
        }
        if (!lines.get(entry.line()).value().isEmpty() || entry.end() == entry.line() + 1) {
            throw new Unsafe(entry.line(), "has a list that is not one item a line");
        }
        int indent = lines.get(entry.end() - 1).indent();
        String text = " ".repeat(indent) + setting.line(false);
        add(entry.end(), text, text);
        written.add(WrittenLine.fresh(setting.name(), setting.valueToShow()));
    }

    /** Removes a setting, whatever its value. */
    void remove(String name) {
        Optional<Entry> entry = leaf(List.of(name.split(" ", -1)));
        if (entry.isPresent()) {
            requireScalar(entry.get());
            YarnLine line = lines.get(entry.get().line());
            written.add(WrittenLine.removed(name, Optional.empty(), entry.get().line()));
            delete(entry.get().line(), " ".repeat(line.indent()) + entry.get().key() + ": ***");
        }
    }

    void takeBack(WrittenLine back) {
        if (back.isRemoved()) {
            written.add(back);
            return;
        }
        List<String> path = new ArrayList<>(List.of(back.key().split(" ", -1)));
        String item = path.get(0).equals(WHITELIST) && path.size() == 2 ? path.remove(1) : "";
        Optional<Entry> found = leaf(path);
        if (found.isEmpty()) {
            return;
        }
        Entry entry = found.get();
        if (!item.isEmpty()) {
            int line = itemLine(entry, item);
            if (line >= 0) {
                delete(line, lines.get(line).text());
                prune(path);
            }
            return;
        }
        YarnLine line = lines.get(entry.line());
        if (back.value().isPresent()
                && !YarnLine.unquoted(line.value()).equals(back.value().get())) {
            return;
        }
        requireScalar(entry);
        if (back.isWithheld()) {
            written.add(back);
            if (back.value().isPresent()) {
                return;
            }
        }
        String blanks = " ".repeat(line.indent());
        String shown = blanks + entry.key() + ": " + back.value().orElse("***");
        if (back.before().isPresent()) {
            // The file may have been indented anew since, and a map has one indentation.
            String before = blanks + back.before().get().stripLeading();
            lines.set(entry.line(), new YarnLine(before + line.comment(), line.end()));
            changes.add(new ChangedLine(ChangedLine.Kind.REMOVED, entry.line() + 1, shown));
            changes.add(new ChangedLine(ChangedLine.Kind.ADDED, entry.line() + 1, before));
        } else {
            delete(entry.line(), shown);
            prune(path.subList(0, path.size() - 1));
        }
    }

    private void prune(List<String> path) {
        for (int depth = path.size(); depth > 0; depth--) {
            Optional<Entry> map = leaf(path.subList(0, depth));
            if (map.isEmpty()
                    || map.get().end() != map.get().line() + 1
                    || !lines.get(map.get().line()).value().isEmpty()) {
                return;
            }
            delete(map.get().line(), lines.get(map.get().line()).text());
        }
    }

    private void delete(int at, String shown) {
        YarnLine gone = lines.remove(at);
        if (gone.end().isEmpty() && at > 0) {
            lines.set(at - 1, new YarnLine(lines.get(at - 1).text(), ""));
        }
        changes.add(new ChangedLine(ChangedLine.Kind.REMOVED, at + 1, shown));
    }

    private static boolean mayHoldSecret(String line) {
        return line.indexOf('@') >= 0 || line.indexOf('?') >= 0 || MaybeToken.isIn(line);
    }
}
