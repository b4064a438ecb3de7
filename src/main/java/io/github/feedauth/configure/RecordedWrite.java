package io.github.feedauth.configure;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.npmrc.WrittenLine;
import io.github.feedauth.receipt.Receipt;
import io.github.feedauth.receipt.Receipts;
import io.github.feedauth.store.Change;
import io.github.feedauth.store.ConfigFile;
import io.github.feedauth.store.ConfigFiles;
import io.github.feedauth.store.FileTransaction;
import io.github.feedauth.store.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Planned files, written with the record that {@code clean} goes by, files with secrets first. The record is there before any
 * credential is, even in a temporary file, and until all is done it holds what is about to be written beside what stands there. So
 * whenever this is killed, {@code clean} finds on record what it has to take back.
 */
final class RecordedWrite {
    private final ConfigFiles files;
    private final ConfigFile record;
    private final Path module;
    private final List<PlannedFile> planned;
    private final List<ConfigFile> targets = new ArrayList<>();
    private Map<PlannedFile, Step> steps = new LinkedHashMap<>();
    private Receipts before = new Receipts(List.of());
    private Optional<byte[]> announced = Optional.empty();

    /**
     * What is done to a file, and what the record is to say of it.
     *
     * @param content what the file was before
     */
    private record Step(Optional<byte[]> content, FileEdit edit, List<Receipt> receipts) {}

    /**
     * @param record the file that keeps account, in a folder that is there
     * @param module the folder of the module that it is done for
     */
    RecordedWrite(ConfigFiles files, ConfigFile record, Path module, List<PlannedFile> planned) {
        this.files = files;
        this.record = record;
        this.module = module;
        this.planned = new ArrayList<>(planned);
        this.planned.sort(
                Comparator.comparing((PlannedFile file) -> !file.file().secret())
                        .thenComparing(file -> file.file().path()));
        this.planned.forEach(file -> targets.add(file.file()));
        this.targets.add(record);
    }

    /**
     * Writes them.
     *
     * @throws FeedAuthFailure where one can't be written; those before it are, and they alone are on record, but for a file
     *     that somebody else has written meanwhile
     */
    List<Report.FileReport> run() {
        try {
            List<Outcome> outcomes = files.update(targets, this::stage);
            Map<ConfigFile, FileEdit> edits = new LinkedHashMap<>();
            steps.forEach((file, step) -> edits.put(file.file(), step.edit()));
            return outcomes.stream()
                    .filter(outcome -> !outcome.file().equals(record))
                    .map(outcome -> new Report.FileReport(
                            outcome.file(),
                            outcome.change() != Change.UNCHANGED,
                            edits.get(outcome.file()).changedLines(),
                            outcome.warnings()))
                    .toList();
        } catch (FeedAuthFailure failure) {
            correctRecord(failure);
            throw failure;
        }
    }

    private void stage(FileTransaction transaction) {
        Receipts known = isAnnounced(transaction) ? written(transaction) : Receipts.parse(transaction.read(record));
        Map<PlannedFile, Step> fresh = new LinkedHashMap<>();
        Receipts after = known;
        for (PlannedFile file : planned) {
            Step step = step(file, transaction.read(file.file()));
            fresh.put(file, step);
            after = after.with(step.receipts());
        }
        before = known;
        steps = fresh;
        announced = Optional.of(after.beside(before).bytes());
        transaction.write(record, announced.get());
        steps.forEach((file, step) -> transaction.stage(file.file(), step.edit().bytes()));
        transaction.stage(record, after.bytes());
    }

    private Step step(PlannedFile file, Optional<byte[]> content) {
        FileEdit edit = file.edit(content);
        List<Receipt> receipts = new ArrayList<>();
        for (WrittenLine line : edit.written()) {
            receipts.add(new Receipt(module, file.file(), content.isEmpty(), line));
        }
        return new Step(content, edit, receipts);
    }

    /**
     * What was announced and, as the files tell, not written is no longer on record, unless the record is somebody else's by now, or
     * can't be written.
     */
    private void correctRecord(FeedAuthFailure failure) {
        try {
            if (announced.isPresent()) {
                files.update(targets, this::stageWhatIsWritten);
            }
        } catch (FeedAuthFailure another) {
            failure.addSuppressed(another);
        }
    }

    private void stageWhatIsWritten(FileTransaction transaction) {
        if (isAnnounced(transaction)) {
            Clean.stageRecord(transaction, record, written(transaction));
        }
    }

    /** Whether the record still is what was announced, and nobody else's. */
    private boolean isAnnounced(FileTransaction transaction) {
        return announced.isPresent() && holds(transaction, record, announced);
    }

    /**
     * What was on record before and what has been written since, as the files tell. Where a file is neither what it was nor what it was
     * to be, since somebody else writes it too, either may be there.
     */
    private Receipts written(FileTransaction transaction) {
        Receipts written = before;
        for (Map.Entry<PlannedFile, Step> entry : steps.entrySet()) {
            ConfigFile file = entry.getKey().file();
            Step step = entry.getValue();
            Receipts with = written.with(step.receipts());
            if (holds(transaction, file, Optional.of(step.edit().bytes()))) {
                written = with;
            } else if (!holds(transaction, file, step.content())) {
                written = with.beside(written);
            }
        }
        return written;
    }

    private static boolean holds(FileTransaction transaction, ConfigFile file, Optional<byte[]> content) {
        Optional<byte[]> found = transaction.read(file);
        return found.isPresent() == content.isPresent()
                && Arrays.equals(found.orElse(new byte[0]), content.orElse(new byte[0]));
    }
}
