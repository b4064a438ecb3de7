package io.github.feedauth.npmrc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which lines go and which become what they were: the rule of {@link NpmrcDocument#takeBack}. */
final class TakeBack {
    private final NpmrcDocument document;
    private final CommentMarkers markers;
    private final Set<String> removed = new HashSet<>();
    private final Map<String, String> restored = new HashMap<>();

    TakeBack(NpmrcDocument document, List<WrittenLine> written, CommentMarkers markers) {
        this.document = document;
        this.markers = markers;
        for (WrittenLine line : written) {
            if (line.value().isEmpty() || document.expandedValue(line.key()).equals(line.value())) {
                if (line.replaced().isPresent()) {
                    restored.put(line.key(), line.replaced().get());
                } else {
                    removed.add(line.key());
                }
            }
        }
    }

    NpmrcEdit edit() {
        NpmrcEdit first = document.apply(List.of(new OwnedLines(List.of(), removed, Optional.of(markers))));
        NpmrcEdit second = restore(first.document());
        List<ChangedLine> changed = new ArrayList<>(first.changedLines());
        changed.addAll(second.changedLines());
        return new NpmrcEdit(second.document(), changed, List.of());
    }

    /** The last line of a key is the one that counts, and the one that was replaced. */
    private NpmrcEdit restore(NpmrcDocument edited) {
        Map<String, TopLevelLine> last = new HashMap<>();
        for (TopLevelLine line : edited.topLevelLines()) {
            if (restored.containsKey(line.assignment().key())) {
                last.put(line.assignment().key(), line);
            }
        }
        LineChanges changes = new LineChanges(edited);
        last.forEach((key, line) -> {
            String value = line.assignment().value().asText();
            String before = restored.get(key);
            changes.replace(line.line(), MaskedLine.removed(key, value), new LineChanges.NewLine(before, before));
        });
        return changes.apply();
    }
}
