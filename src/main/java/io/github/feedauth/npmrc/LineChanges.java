package io.github.feedauth.npmrc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The changes of an edit, line by line, and the text that they give. Everything between them is copied. */
final class LineChanges {
    private final NpmrcDocument document;
    private final String lineEnd;
    private final List<NewLine> top = new ArrayList<>();
    private final Map<Integer, LineChange> byLine = new TreeMap<>();
    private final List<WrittenLine> written = new ArrayList<>();

    /**
     * A line to write.
     *
     * @param content without its line end
     * @param shown masked
     */
    record NewLine(String content, String shown) {
        static NewLine of(OwnedSetting setting) {
            return new NewLine(setting.line(), MaskedLine.added(setting));
        }

        @Override
        public String toString() {
            return shown;
        }
    }

    private static final class LineChange {
        private String removedShown;
        private NewLine replacement;
        private final List<NewLine> before = new ArrayList<>();
        private final List<NewLine> after = new ArrayList<>();

        boolean isRemoval() {
            return removedShown != null && replacement == null;
        }
    }

    LineChanges(NpmrcDocument document) {
        this.document = document;
        this.lineEnd = document.lines().lineEnd();
    }

    void remove(int line, String shown) {
        change(line).removedShown = shown;
    }

    void replace(int line, String removedShown, NewLine replacement) {
        LineChange change = change(line);
        change.removedShown = removedShown;
        change.replacement = replacement;
    }

    /** Keeps account of a line that is replaced, inserted or removed. */
    void account(WrittenLine line) {
        written.add(line);
    }

    /** After the line, but before one that ends the file without a line end, which it then still does. */
    void insertBeside(int line, List<NewLine> lines) {
        LineTable table = document.lines();
        boolean open = table.contentEnd(line) == table.end(line);
        (open ? change(line).before : change(line).after).addAll(lines);
    }

    void insertAtTop(List<NewLine> lines) {
        top.addAll(lines);
    }

    /** The indices of the lines that go without a replacement. */
    Set<Integer> removedLines() {
        Set<Integer> removed = new TreeSet<>();
        for (Map.Entry<Integer, LineChange> entry : byLine.entrySet()) {
            if (entry.getValue().isRemoval()) {
                removed.add(entry.getKey());
            }
        }
        return removed;
    }

    private LineChange change(int line) {
        LineChange change = byLine.get(line);
        if (change == null) {
            change = new LineChange();
            byLine.put(line, change);
        }
        return change;
    }

    NpmrcEdit apply() {
        if (top.isEmpty() && byLine.isEmpty()) {
            return new NpmrcEdit(document, List.of(), List.of());
        }
        return new Writing().write();
    }

    /** The copy of the text, with the changes in it. */
    private final class Writing {
        private final String text = document.text();
        private final LineTable lines = document.lines();
        private final StringBuilder edited = new StringBuilder(text.length() + 1024);
        private final List<ChangedLine> changed = new ArrayList<>();
        private int copied;
        private int lineShift;

        NpmrcEdit write() {
            insert(topOfDocument(), 0, top);
            byLine.forEach(this::write);
            copyTo(text.length());
            return new NpmrcEdit(document.withText(edited.toString()), changed, written);
        }

        private void write(int line, LineChange change) {
            insert(document.editStart(line), line, change.before);
            if (change.removedShown != null) {
                changed.add(new ChangedLine(ChangedLine.Kind.REMOVED, line + 1, change.removedShown));
                copyTo(document.editStart(line));
                boolean replaced = change.replacement != null;
                copied = replaced || keepsNextLineApart(line) ? lines.contentEnd(line) : lines.end(line);
                lineShift--;
                if (replaced) {
                    edited.append(change.replacement.content());
                    added(line + 1, change.replacement);
                } else if (copied != lines.end(line)) {
                    lineShift++;
                }
            }
            insert(lines.end(line), line + 1, change.after);
        }

        private void insert(int index, int oldLinesBefore, List<NewLine> all) {
            if (!all.isEmpty()) {
                copyTo(index);
            }
            for (NewLine line : all) {
                edited.append(line.content()).append(lineEnd);
                added(oldLinesBefore, line);
            }
        }

        private void added(int oldLinesBefore, NewLine line) {
            lineShift++;
            changed.add(new ChangedLine(ChangedLine.Kind.ADDED, oldLinesBefore + lineShift, line.shown()));
        }

        private void copyTo(int index) {
            edited.append(text, copied, index);
            copied = index;
        }
    }

    /** After a byte order mark. Before it, where the first line would read otherwise without it. */
    private int topOfDocument() {
        return startsWithMark() && !readsOtherwiseAfterMark(1, 0) ? 1 : 0;
    }

    /** Whether an empty line has to stay after the byte order mark, because the next line would read otherwise after it. */
    private boolean keepsNextLineApart(int line) {
        LineTable lines = document.lines();
        int next = line + 1;
        return startsWithMark()
                && top.isEmpty()
                && next < lines.count()
                && readsOtherwiseAfterMark(lines.start(next), next)
                && IntStream.rangeClosed(0, line).allMatch(this::vanishes);
    }

    private boolean startsWithMark() {
        return document.text().startsWith(NpmrcDocument.BYTE_ORDER_MARK);
    }

    /** To npm the mark is white space: after it, {@code [name]} is no section's header, and {@code =value} a key. */
    private boolean readsOtherwiseAfterMark(int from, int line) {
        String content = document.text().substring(from, document.lines().contentEnd(line));
        String marked = NpmrcDocument.BYTE_ORDER_MARK + content;
        IniLine bare = IniLine.read(content, 0, content.length());
        return bare.getClass() != IniLine.read(marked, 0, marked.length()).getClass();
    }

    /** New lines come after one that stays, so that a line that goes has none. */
    private boolean vanishes(int line) {
        LineChange change = byLine.get(line);
        return change != null && change.isRemoval();
    }
}
