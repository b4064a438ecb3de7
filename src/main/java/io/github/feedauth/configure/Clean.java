package io.github.feedauth.configure;

import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.NerfDart;
import io.github.feedauth.npmrc.NpmrcDocument;
import io.github.feedauth.npmrc.WrittenLine;
import io.github.feedauth.receipt.Receipt;
import io.github.feedauth.receipt.Receipts;
import io.github.feedauth.store.ConfigFile;
import io.github.feedauth.store.ConfigFiles;
import io.github.feedauth.store.FileTransaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes back what {@code configure} wrote, and nothing else: by the receipts, so that it works after a feed was removed from the
 * POM. What a module of the same build has just configured stays, since its npm may be running.
 */
public final class Clean {
    private final ConfigFiles files;
    private final Map<String, String> environment;
    private final CredentialLedger ledger;
    private final ConfigFile record;

    /**
     * Puts the parts together.
     *
     * @param files the files of this machine
     * @param environment the variables that npm expands in keys
     * @param ledger what the modules of this build have configured
     * @param record the file that keeps account of what was written
     */
    public Clean(ConfigFiles files, Map<String, String> environment, CredentialLedger ledger, ConfigFile record) {
        this.files = files;
        this.environment = environment;
        this.ledger = ledger;
        this.record = record;
    }

    /**
     * Takes back, or tells what would change.
     *
     * @return what happened to each file that changed, or would
     * @throws io.github.feedauth.failure.FeedAuthFailure where a file can't be read or written
     */
    public List<Report.FileReport> run(CleanRequest request) {
        return ledger.alone(() -> {
            List<Report.FileReport> reports = new ArrayList<>(takeBack(request));
            removeBuildFile(request).ifPresent(reports::add);
            return reports;
        });
    }

    private List<Report.FileReport> takeBack(CleanRequest request) {
        Map<ConfigFile, List<Receipt>> known = chosen(request, Receipts.parse(files.read(record)));
        if (known.isEmpty()) {
            return List.of();
        }
        Set<ConfigFile> targets = new HashSet<>(known.keySet());
        targets.removeIf(file -> !Files.isDirectory(file.path().getParent()));
        Map<ConfigFile, FileEdit> edits = new HashMap<>();
        if (request.dryRun()) {
            targets.forEach(file -> edits.put(file, edit(file, files.read(file), known.get(file))));
            return reports(edits, List.of());
        }
        targets.add(record);
        List<String> warnings = new ArrayList<>();
        files.update(targets, transaction -> {
                    Receipts receipts = Receipts.parse(transaction.read(record));
                    Map<ConfigFile, List<Receipt>> byFile = chosen(request, receipts);
                    Receipts rest = receipts;
                    for (Map.Entry<ConfigFile, List<Receipt>> entry : byFile.entrySet()) {
                        if (targets.contains(entry.getKey())) {
                            edits.put(entry.getKey(), stage(transaction, entry.getKey(), entry.getValue()));
                        }
                        if (known.containsKey(entry.getKey())) {
                            rest = rest.without(entry.getValue());
                        }
                    }
                    stage(transaction, rest);
                })
                .forEach(outcome -> warnings.addAll(outcome.warnings()));
        return reports(edits, warnings);
    }

    private void stage(FileTransaction transaction, Receipts rest) {
        if (rest.list().isEmpty()) {
            transaction.stageRemoval(record);
        } else {
            transaction.stage(record, rest.bytes());
        }
    }

    private FileEdit stage(FileTransaction transaction, ConfigFile file, List<Receipt> receipts) {
        Optional<byte[]> content = transaction.read(file);
        FileEdit edit = edit(file, content, receipts);
        byte[] rest = edit.bytes();
        if (content.isPresent() && edit.isChange()) {
            if (rest.length == 0 && receipts.stream().anyMatch(Receipt::created)) {
                transaction.stageRemoval(file);
            } else {
                transaction.stage(file, rest);
            }
        }
        return edit;
    }

    private FileEdit edit(ConfigFile file, Optional<byte[]> content, List<Receipt> receipts) {
        List<WrittenLine> lines = receipts.stream().map(Receipt::line).toList();
        if (YarnSettings.isSetting(lines.get(0).key())) {
            return FileEdit.of(
                    new PlannedYarnrc(file, List.of()).document(content).takeBack(lines));
        }
        NpmrcDocument document = new PlannedNpmrc(file, List.of(), environment).document(content);
        return FileEdit.of(document.takeBack(lines, CredentialLines.documentedMarkers()));
    }

    private Map<ConfigFile, List<Receipt>> chosen(CleanRequest request, Receipts receipts) {
        Set<String> prefixes = new HashSet<>();
        for (Feed feed : request.feeds()) {
            for (NerfDart prefix : feed.url().keyPrefixes()) {
                prefixes.add(prefix + ":");
            }
        }
        Map<ConfigFile, List<Receipt>> byFile = new LinkedHashMap<>();
        for (Receipt receipt : receipts.list()) {
            String key = receipt.line().key();
            boolean chosen = request.everything()
                    || receipt.module().equals(request.module())
                    || prefixes.contains(key.substring(0, key.lastIndexOf(':') + 1))
                    || prefixes.contains(YarnSettings.keyPrefix(key) + ":");
            if (chosen && !ledger.holds(receipt.file().path(), key)) {
                byFile.computeIfAbsent(receipt.file(), unused -> new ArrayList<>())
                        .add(receipt);
            }
        }
        return byFile;
    }

    private static List<Report.FileReport> reports(Map<ConfigFile, FileEdit> edits, List<String> warnings) {
        List<Report.FileReport> reports = new ArrayList<>();
        edits.forEach((file, edit) -> {
            if (edit.isChange()) {
                reports.add(new Report.FileReport(file, true, edit.changedLines(), List.of()));
            }
        });
        if (!reports.isEmpty()) {
            reports.set(0, reports.get(0).warning(warnings));
        }
        return reports;
    }

    /** The whole file is ours. */
    private Optional<Report.FileReport> removeBuildFile(CleanRequest request) {
        Path folder = request.buildFile().getParent();
        ConfigFile file = ConfigFile.user(request.buildFile());
        if (!Files.isDirectory(folder) || files.read(file).isEmpty()) {
            return Optional.empty();
        }
        if (!request.dryRun()) {
            ConfigFile ignored = ConfigFile.user(folder.resolve(StandIn.IGNORED));
            files.update(Set.of(file, ignored), transaction -> {
                transaction.stageRemoval(file);
                transaction.stageRemoval(ignored);
            });
        }
        return Optional.of(new Report.FileReport(file, true, List.of(), List.of()));
    }
}
