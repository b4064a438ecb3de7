package io.github.feedauth.configure;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
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
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;

/**
 * Takes back what {@code configure} wrote, and nothing else: by the receipts, so that it works after a feed was removed from the
 * POM. What a module of the same build has just configured stays, since its npm may be running.
 */
public final class Clean {
    private final ConfigFiles files;
    private final Map<String, String> environment;
    private final CredentialLedger ledger;
    private final Optional<ConfigFile> record;

    /**
     * Puts the parts together.
     *
     * @param files the files of this machine
     * @param environment the variables that npm expands in keys
     * @param ledger what the modules of this build need
     * @param record the file that keeps account of what was written; empty where nothing ever was
     */
    public Clean(
            ConfigFiles files, Map<String, String> environment, CredentialLedger ledger, Optional<ConfigFile> record) {
        this.files = files;
        this.environment = environment;
        this.ledger = ledger;
        this.record = record;
    }

    /**
     * Takes back, or tells what would change. Each file is a matter of its own, the user's first: where one can't be read or written,
     * the others are taken back all the same, and its receipts stay.
     *
     * @param done takes what happened to each file that changed, or would, or that has something to warn of
     * @param kept takes what stays for other projects
     * @throws FeedAuthFailure with all that went wrong
     */
    public void run(CleanRequest request, Consumer<Report.FileReport> done, Consumer<Kept> kept) {
        List<String> failures = new ArrayList<>();
        Lock turn = ledger.turn();
        turn.lock();
        try {
            if (record.isPresent()) {
                attempt(() -> takeBack(request, record.get(), done, failures), failures);
                attempt(() -> handOver(request, record.get(), kept), failures);
            }
            if (Files.isDirectory(request.buildFile().getParent())) {
                removeBuildFiles(request, done, failures);
            }
        } finally {
            turn.unlock();
        }
        if (!failures.isEmpty()) {
            throw new FeedAuthFailure(
                    "Not everything " + (request.dryRun() ? "can" : "could") + " be taken back:\n  - "
                            + String.join("\n  - ", failures),
                    "",
                    "Mend that and run mvn feedauth:clean again: what is left is still on record, all else is done");
        }
    }

    /**
     * Credentials that stay, since other projects need them.
     *
     * @param file where they stand
     * @param prefixes what their keys begin with
     * @param holders the folders of those projects
     */
    public record Kept(ConfigFile file, List<String> prefixes, List<Path> holders) {}

    private static void attempt(Runnable step, List<String> failed) {
        try {
            step.run();
        } catch (FeedAuthFailure failure) {
            failed.add(failure.getMessage());
        }
    }

    private void takeBack(
            CleanRequest request, ConfigFile known, Consumer<Report.FileReport> done, List<String> failed) {
        Map<ConfigFile, List<Receipt>> byFile = chosen(request, Receipts.parse(files.read(known)));
        List<ConfigFile> targets = new ArrayList<>(byFile.keySet());
        targets.sort(Comparator.comparing((ConfigFile file) -> !file.secret()).thenComparing(ConfigFile::path));
        for (ConfigFile file : targets) {
            attempt(() -> takeBack(request, known, file, byFile.get(file)).ifPresent(done), failed);
        }
    }

    /** @param seen the file's receipts; where it is changed, they are looked at once more, under the lock */
    private Optional<Report.FileReport> takeBack(
            CleanRequest request, ConfigFile known, ConfigFile file, List<Receipt> seen) {
        Path folder = file.path().getParent();
        boolean gone = Files.notExists(folder) || Files.isRegularFile(folder);
        AtomicReference<FileEdit> made = new AtomicReference<>();
        if (request.dryRun()) {
            if (!gone) {
                made.set(edit(file, files.read(file), seen));
            }
            return report(file, made.get(), List.of());
        }
        List<String> warnings = new ArrayList<>();
        // The record goes last: what is still in the file when it can't be changed, or this is killed, is still on
        // record.
        files.update(gone ? List.of(known) : List.of(file, known), transaction -> {
                    Receipts all = Receipts.parse(transaction.read(known));
                    List<Receipt> receipts = chosen(request, all).getOrDefault(file, List.of());
                    made.set(gone || receipts.isEmpty() ? null : stage(transaction, file, receipts));
                    stageRecord(transaction, known, all.without(receipts));
                })
                .forEach(outcome -> warnings.addAll(outcome.warnings()));
        return report(file, made.get(), warnings);
    }

    /** What was written for this module and stays for another is that one's from now on, so that its clean finds it. */
    private void handOver(CleanRequest request, ConfigFile known, Consumer<Kept> kept) {
        Receipts receipts = Receipts.parse(files.read(known));
        Map<Receipt, Path> held = held(request, receipts);
        if (!request.dryRun()
                && held.keySet().stream().anyMatch(receipt -> receipt.module().equals(request.module()))) {
            files.update(List.of(known), transaction -> {
                Receipts all = Receipts.parse(transaction.read(known));
                Map<Receipt, Path> now = held(request, all);
                transaction.stage(
                        known,
                        new Receipts(all.list().stream()
                                        .map(receipt ->
                                                now.containsKey(receipt) ? receipt.handedTo(now.get(receipt)) : receipt)
                                        .toList())
                                .bytes());
            });
        }
        Map<ConfigFile, List<Receipt>> byFile = new LinkedHashMap<>();
        held.keySet()
                .forEach(receipt -> byFile.computeIfAbsent(receipt.file(), unused -> new ArrayList<>())
                        .add(receipt));
        byFile.forEach((file, all) -> kept.accept(new Kept(
                file,
                all.stream()
                        .map(receipt -> Claims.prefix(receipt.line().key()))
                        .distinct()
                        .toList(),
                all.stream().map(held::get).distinct().toList())));
    }

    private Map<Receipt, Path> held(CleanRequest request, Receipts receipts) {
        Claims claims = new Claims(receipts.list(), request);
        Map<Receipt, Path> held = new LinkedHashMap<>();
        for (Receipt receipt : asked(request, receipts)) {
            claims.holder(receipt).ifPresent(holder -> held.put(receipt, holder));
        }
        return held;
    }

    /** Prepares what stays on record; nothing at all is no file. */
    static void stageRecord(FileTransaction transaction, ConfigFile record, Receipts rest) {
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

    /** What goes: what is asked for, but for what others need. */
    private Map<ConfigFile, List<Receipt>> chosen(CleanRequest request, Receipts receipts) {
        Claims claims = new Claims(receipts.list(), request);
        Map<ConfigFile, List<Receipt>> byFile = new LinkedHashMap<>();
        for (Receipt receipt : asked(request, receipts)) {
            if (claims.holder(receipt).isEmpty()) {
                byFile.computeIfAbsent(receipt.file(), unused -> new ArrayList<>())
                        .add(receipt);
            }
        }
        return byFile;
    }

    private List<Receipt> asked(CleanRequest request, Receipts receipts) {
        Set<String> prefixes = new HashSet<>();
        for (Feed feed : request.feeds()) {
            for (NerfDart prefix : feed.url().keyPrefixes()) {
                prefixes.add(prefix.toString());
            }
        }
        List<Receipt> asked = new ArrayList<>();
        for (Receipt receipt : receipts.list()) {
            String key = receipt.line().key();
            boolean chosen = request.everything()
                    || receipt.module().equals(request.module())
                    || prefixes.contains(Claims.prefix(key));
            if (chosen && !ledger.holds(receipt.file().path(), key)) {
                asked.add(receipt);
            }
        }
        return asked;
    }

    /** @param edit null where there was nothing to edit */
    private static Optional<Report.FileReport> report(ConfigFile file, FileEdit edit, List<String> warnings) {
        if (edit == null) {
            return Optional.empty();
        }
        Set<String> withheld = new LinkedHashSet<>();
        edit.written().forEach(line -> withheld.add(line.key()));
        List<String> all = new ArrayList<>(warnings);
        if (!withheld.isEmpty()) {
            all.add(Printable.name(file.path().toString()) + ": what stood there before for "
                    + Printable.name(String.join(", ", withheld))
                    + " is not on record, since it may have been a secret. Put it back by hand where you need it");
        }
        return edit.isChange() || !all.isEmpty()
                ? Optional.of(new Report.FileReport(file, edit.isChange(), edit.changedLines(), all))
                : Optional.empty();
    }

    /** They are ours as a whole. What keeps git from taking them along goes after the last of them. */
    private void removeBuildFiles(CleanRequest request, Consumer<Report.FileReport> done, List<String> failed) {
        ConfigFile npmrc = ConfigFile.user(request.buildFile());
        ConfigFile plugin = ConfigFile.user(request.buildFile().resolveSibling(YarnPlugin.FILE));
        ConfigFile ignored = ConfigFile.user(request.buildFile().resolveSibling(StandIn.IGNORED));
        List<String> left = new ArrayList<>();
        attempt(() -> remove(request, npmrc).ifPresent(done), left);
        attempt(() -> remove(request, plugin).ifPresent(done), left);
        if (left.isEmpty() && !request.dryRun()) {
            attempt(() -> removeIgnored(npmrc, plugin, ignored), left);
            files.removeIfEmpty(request.buildFile().getParent());
        }
        failed.addAll(left);
    }

    private void removeIgnored(ConfigFile npmrc, ConfigFile plugin, ConfigFile ignored) {
        if (files.read(ignored).isPresent()) {
            files.update(List.of(npmrc, plugin, ignored), transaction -> {
                boolean empty = transaction.read(npmrc).isEmpty()
                        && transaction.read(plugin).isEmpty();
                if (empty) {
                    transaction.stageRemoval(ignored);
                }
            });
        }
    }

    private Optional<Report.FileReport> remove(CleanRequest request, ConfigFile file) {
        if (files.read(file).isEmpty()) {
            return Optional.empty();
        }
        if (!request.dryRun()) {
            files.update(List.of(file), transaction -> transaction.stageRemoval(file));
        }
        return Optional.of(new Report.FileReport(file, true, List.of(), List.of()));
    }
}
