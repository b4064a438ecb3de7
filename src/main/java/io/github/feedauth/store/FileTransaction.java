package io.github.feedauth.store;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several files changed as one: read, stage, commit, all under their locks. Until {@link #commit} no file is touched but by
 * {@link #write}; all that can fail for want of room or rights has been done by then. Closing without a commit leaves everything as it was.
 */
public final class FileTransaction implements AutoCloseable {
    private final HeldLocks locks;
    private final Map<ConfigFile, Target> targets;
    private boolean finished;

    /** @param targets in the order of the commit; several files may share a target */
    FileTransaction(HeldLocks locks, Map<ConfigFile, Target> targets) {
        this.locks = locks;
        this.targets = new LinkedHashMap<>(targets);
    }

    /** The file's bytes: staged ones, if there are any, else those on the disk; empty when there is no file. */
    public Optional<byte[]> read(ConfigFile file) {
        return target(file).content();
    }

    /**
     * Prepares new bytes, which are on the disk, beside the file, when this returns.
     *
     * @throws FeedAuthFailure when the file can't be written
     */
    public void stage(ConfigFile file, byte[] content) {
        target(file).stage(Optional.of(content));
    }

    /**
     * Prepares the removal of the file. A symbolic link stays; what it points at goes.
     *
     * @throws FeedAuthFailure when the file can't be removed
     */
    public void stageRemoval(ConfigFile file) {
        target(file).stage(Optional.empty());
    }

    /**
     * Puts new bytes in place at once, ahead of the commit, which may change the file once more. They stay if this is never committed.
     *
     * @throws ChangedMeanwhile when the file is no longer what was read; nothing is written
     * @throws FeedAuthFailure when the file can't be written; it is as it was
     */
    public void write(ConfigFile file, byte[] content) {
        target(file).write(content);
    }

    /**
     * Puts everything staged in place, in the order in which the files were given.
     *
     * @return what became of each file of the transaction, in that order
     * @throws ChangedMeanwhile when a file is no longer what was read; nothing of that file is written
     * @throws FeedAuthFailure when the system refuses; that file is as it was, and so are those after it
     */
    public List<Outcome> commit() {
        requireUnfinished();
        finished = true;
        targets.values().forEach(Target::verify);
        Map<Target, Change> changes = new LinkedHashMap<>();
        for (Target target : targets.values()) {
            try {
                if (!changes.containsKey(target)) {
                    changes.put(target, target.apply());
                }
            } catch (ChangedMeanwhile e) {
                throw new ChangedMeanwhile(e.file(), outcomes(changes));
            }
        }
        return outcomes(changes);
    }

    /** Removes what was staged and not committed, and releases the locks. */
    @Override
    public void close() {
        finished = true;
        try {
            targets.values().forEach(Target::close);
        } finally {
            locks.close();
        }
    }

    private List<Outcome> outcomes(Map<Target, Change> changes) {
        List<Outcome> outcomes = new ArrayList<>();
        targets.forEach((file, target) -> {
            Change change = changes.get(target);
            if (change != null) {
                outcomes.add(new Outcome(file, target.path(), change, target.warnings()));
            }
        });
        return outcomes;
    }

    private Target target(ConfigFile file) {
        requireUnfinished();
        Target target = targets.get(file);
        if (target == null) {
            throw new IllegalArgumentException("Not a file of this transaction: " + file);
        }
        return target;
    }

    private void requireUnfinished() {
        if (finished) {
            throw new IllegalStateException("The transaction is over");
        }
    }
}
