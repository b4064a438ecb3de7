package io.github.feedauth.npmrc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which lines go, which become what they were, and which come back: the rule of {@link NpmrcDocument#takeBack}. */
final class TakeBack {
    private final NpmrcDocument document;
    private final CommentMarkers markers;
    private final Set<String> removed = new HashSet<>();
    private final Map<String, String> restored = new HashMap<>();
    private final List<WrittenLine> returned = new ArrayList<>();
    private final List<WrittenLine> withheld = new ArrayList<>();
    private final List<ChangedLine> changed = new ArrayList<>();

    TakeBack(NpmrcDocument document, List<WrittenLine> written, CommentMarkers markers) {
        this.document = document;
        this.markers = markers;
        for (WrittenLine line : written) {
            boolean ours =
                    line.value().isEmpty() || document.expandedValue(line.key()).equals(line.value());
            if (!ours) {
                continue;
            }
            if (line.isWithheld()) {
                withheld.add(line);
            }
            if (line.isRemoved()) {
                line.before().ifPresent(before -> returned.add(line));
            } else if (line.before().isPresent()) {
                restored.put(line.key(), line.before().get());
            } else if (!line.isWithheld() || isCredential(line.key())) {
                removed.add(line.key());
            }
        }
        returned.sort(Comparator.comparingInt(WrittenLine::at));
    }

    /** A registry line whose forerunner nobody has kept stays: without one, npm would ask its default registry. */
    private static boolean isCredential(String key) {
        return key.startsWith("//");
    }

    NpmrcEdit edit() {
        NpmrcEdit first = document.apply(List.of(new OwnedLines(List.of(), removed, Optional.of(markers))));
        changed.addAll(first.changedLines());
        NpmrcEdit second = restore(first.document());
        changed.addAll(second.changedLines());
        NpmrcDocument edited = second.document();
        Set<String> standing = lastLines(edited).keySet();
        for (WrittenLine line : returned) {
            edited = insert(edited, line, standing.contains(line.key()));
        }
        return new NpmrcEdit(edited, changed, withheld);
    }

    /** The last line of a key is the one that counts, and the one that was replaced. */
    private NpmrcEdit restore(NpmrcDocument edited) {
        LineChanges changes = new LineChanges(edited);
        lastLines(edited).forEach((key, line) -> {
            if (restored.containsKey(key)) {
                String value = line.assignment().value().asText();
                String before = restored.get(key);
                changes.replace(line.line(), MaskedLine.removed(key, value), new LineChanges.NewLine(before, before));
            }
        });
        return changes.apply();
    }

    private static Map<String, TopLevelLine> lastLines(NpmrcDocument document) {
        Map<String, TopLevelLine> last = new HashMap<>();
        for (TopLevelLine line : document.topLevelLines()) {
            last.put(line.assignment().key(), line);
        }
        return last;
    }

    /** Where it stood, as far as the lines before it are still there; in any case where npm reads it, and reads what it read then. */
    private NpmrcDocument insert(NpmrcDocument edited, WrittenLine line, boolean standing) {
        String before = line.before().orElseThrow();
        LineTable lines = edited.lines();
        int index = Math.min(line.at() - withheldBefore(line.at()), lines.count());
        for (SectionLine section : edited.sections()) {
            index = Math.min(index, section.line());
        }
        if (standing && !before.contains("[]")) {
            index = Math.min(index, lastLines(edited).get(line.key()).line());
        }
        StringBuilder text = new StringBuilder(edited.text());
        boolean last = index == lines.count();
        int position = last ? text.length() : edited.editStart(index);
        if (!last && !endsLine(before)) {
            text.insert(position, lines.lineEnd());
        }
        text.insert(position, before);
        if (last && index > 0 && lines.contentEnd(index - 1) == lines.end(index - 1)) {
            text.insert(position, lines.lineEnd());
        }
        changed.add(new ChangedLine(ChangedLine.Kind.ADDED, index + 1, before.stripTrailing()));
        return edited.withText(text.toString());
    }

    private int withheldBefore(int at) {
        int count = 0;
        for (WrittenLine line : withheld) {
            count += line.isRemoved() && line.at() < at ? 1 : 0;
        }
        return count;
    }

    private static boolean endsLine(String line) {
        return line.endsWith("\n") || line.endsWith("\r");
    }
}
