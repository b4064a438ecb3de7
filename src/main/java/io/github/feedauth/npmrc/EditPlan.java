package io.github.feedauth.npmrc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which lines of a document an edit keeps, replaces, removes and inserts: the rule of {@link NpmrcDocument#apply}. */
final class EditPlan {
    private final NpmrcDocument document;
    private final List<OwnedLines> groups;
    private final Map<Integer, Occurrence> ours = new HashMap<>();
    private final List<List<Occurrence>> byGroup = new ArrayList<>();
    private final LineChanges changes;

    EditPlan(NpmrcDocument document, List<OwnedLines> groups) {
        this.document = document;
        this.groups = List.copyOf(groups);
        this.changes = new LineChanges(document);
        Ownership ownership = new Ownership(groups, document.environment());
        for (int group = 0; group < groups.size(); group++) {
            byGroup.add(new ArrayList<>());
        }
        List<TopLevelLine> topLevel = document.topLevelLines();
        for (TopLevelLine line : topLevel) {
            var owned = ownership.of(line.assignment().key());
            if (owned.isPresent()) {
                Occurrence occurrence = new Occurrence(line, owned.get());
                ours.put(line.line(), occurrence);
                byGroup.get(owned.get().group()).add(occurrence);
            }
        }
        new HiddenKeys(document, ownership, topLevel).refuse();
    }

    NpmrcEdit apply() {
        for (int group = 0; group < groups.size(); group++) {
            plan(groups.get(group), byGroup.get(group));
        }
        removeMarkers();
        return changes.apply();
    }

    private void plan(OwnedLines group, List<Occurrence> standing) {
        Map<String, Occurrence> kept = group.markers().isPresent()
                ? block(group, standing, group.markers().get())
                : last(standing);
        for (Occurrence occurrence : standing) {
            Occurrence stays = kept.get(occurrence.key());
            if (stays != null && stays.line() == occurrence.line()) {
                keep(occurrence);
            } else {
                changes.remove(occurrence.line(), occurrence.shown());
                Optional<String> before = asItStands(occurrence).map(content -> content + lineEnd(occurrence.line()));
                changes.account(occurrence.account(WrittenLine.removed(occurrence.key(), before, occurrence.line())));
            }
        }
        insert(group, kept);
    }

    private Map<String, Occurrence> last(List<Occurrence> standing) {
        Map<String, Occurrence> last = new HashMap<>();
        for (Occurrence occurrence : standing) {
            if (occurrence.canStay(document.environment())) {
                last.put(occurrence.key(), occurrence);
            }
        }
        return last;
    }

    /** The group's lines by key where they stand complete between the markers; else none, and it is written anew. */
    private Map<String, Occurrence> block(OwnedLines group, List<Occurrence> standing, CommentMarkers markers) {
        for (Occurrence first : standing) {
            if (isLine(first.line() - 1, markers.begin())) {
                Map<String, Occurrence> block = new HashMap<>();
                int line = first.line();
                while (belongsToBlock(ours.get(line), first.owned().group(), block)) {
                    line++;
                }
                if (block.size() == group.put().size() && isLine(line, markers.end())) {
                    return block;
                }
            }
        }
        return Map.of();
    }

    private boolean belongsToBlock(Occurrence occurrence, int group, Map<String, Occurrence> block) {
        if (occurrence == null || !occurrence.isPut()) {
            return occurrence != null;
        }
        return occurrence.owned().group() == group
                && occurrence.canStay(document.environment())
                && block.putIfAbsent(occurrence.key(), occurrence) == null;
    }

    private void keep(Occurrence occurrence) {
        OwnedSetting setting = occurrence.owned().setting().orElseThrow();
        if (!occurrence.readsAs(setting, document.environment())) {
            changes.replace(occurrence.line(), occurrence.shown(), LineChanges.NewLine.of(setting));
            changes.account(occurrence.account(
                    WrittenLine.replaced(setting.key(), MaskedLine.valueToShow(setting), asItStands(occurrence))));
        }
    }

    /** A comment behind the value may hold anything. */
    private Optional<String> asItStands(Occurrence occurrence) {
        String content = document.text()
                .substring(
                        document.editStart(occurrence.line()), document.lines().contentEnd(occurrence.line()));
        boolean fit = occurrence.isShownWhole() && content.indexOf(';') < 0 && content.indexOf('#') < 0;
        return fit ? Optional.of(content) : Optional.empty();
    }

    private String lineEnd(int line) {
        LineTable lines = document.lines();
        return document.text().substring(lines.contentEnd(line), lines.end(line));
    }

    private void insert(OwnedLines group, Map<String, Occurrence> kept) {
        List<LineChanges.NewLine> missing = new ArrayList<>();
        for (OwnedSetting setting : group.put()) {
            if (!kept.containsKey(setting.key())) {
                missing.add(LineChanges.NewLine.of(setting));
                changes.account(WrittenLine.fresh(setting.key(), MaskedLine.valueToShow(setting)));
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        Optional<Integer> lastKept =
                kept.values().stream().map(Occurrence::line).max(Integer::compare);
        if (lastKept.isPresent()) {
            changes.insertBeside(lastKept.get(), missing);
            return;
        }
        group.markers().ifPresent(markers -> {
            missing.add(0, new LineChanges.NewLine(markers.begin(), markers.begin()));
            missing.add(new LineChanges.NewLine(markers.end(), markers.end()));
        });
        changes.insertAtTop(missing);
    }

    private void removeMarkers() {
        Set<Integer> removed = changes.removedLines();
        Set<Integer> groupsOfRun = new HashSet<>();
        int runStart = -1;
        for (int line : removed) {
            if (!removed.contains(line - 1)) {
                runStart = line;
                groupsOfRun.clear();
            }
            groupsOfRun.add(ours.get(line).owned().group());
            if (!removed.contains(line + 1)) {
                removeMarkersAround(runStart, line, groupsOfRun);
            }
        }
    }

    private void removeMarkersAround(int first, int last, Set<Integer> groupsOfRun) {
        groupsOfRun.stream()
                .flatMap(group -> groups.get(group).markers().stream())
                .filter(markers -> isLine(first - 1, markers.begin()) && isLine(last + 1, markers.end()))
                .findFirst()
                .ifPresent(markers -> {
                    changes.remove(first - 1, markers.begin());
                    changes.remove(last + 1, markers.end());
                });
    }

    private boolean isLine(int line, String comment) {
        LineTable lines = document.lines();
        return line >= 0
                && line < lines.count()
                && JsWhitespace.trim(document.text(), lines.start(line), lines.contentEnd(line))
                        .equals(comment);
    }
}
