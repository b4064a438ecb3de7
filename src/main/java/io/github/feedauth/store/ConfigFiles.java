package io.github.feedauth.store;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Configuration files on this machine: read without a lock, or changed under one. Safe for use by several threads. */
public final class ConfigFiles {
    /** How long to wait for another build: far longer than one needs to write. */
    public static final Duration DEFAULT_WAIT = Duration.ofSeconds(30);

    /** What npm is pointed to so that it reads no file of the user's. */
    private static final Path NULL_DEVICE = Path.of("/dev/null");

    private static final int ATTEMPTS = 20;

    private final Disk disk;
    private final LockFolder locks;

    /**
     * @param state where the locks lie; the same for all builds of a user
     * @param wait how long a transaction waits for the locks of all its files
     */
    public ConfigFiles(StateFolder state, Duration wait) {
        this(new LocalDisk(), state, wait);
    }

    ConfigFiles(Disk disk, StateFolder state, Duration wait) {
        this.disk = disk;
        this.locks = new LockFolder(disk, state, wait);
    }

    /**
     * The file's bytes, without a lock and without writing anything; empty when there is no file, or the null device in its place.
     *
     * @throws FeedAuthFailure when it can't or must not be read: a folder or a pipe in its place, more than 16 MiB, no right to
     *     read, a file for secrets that belongs to another user, a link that loops or leaves the project
     */
    public Optional<byte[]> read(ConfigFile file) {
        return file.path().equals(NULL_DEVICE)
                ? Optional.empty()
                : snapshot(file).content();
    }

    /**
     * As {@link #read}, but empty also where a file for secrets can be read or written by others than its owner: where these bytes
     * are right, there is nothing to do. They may be out of date at once; {@link #update} looks again.
     *
     * @throws FeedAuthFailure as {@link #read}
     */
    public Optional<byte[]> readKept(ConfigFile file) {
        Snapshot snapshot = snapshot(file);
        return snapshot.tooWideMode(file).isEmpty() ? snapshot.content() : Optional.empty();
    }

    private Snapshot snapshot(ConfigFile file) {
        for (int attempt = 1; ; attempt++) {
            try {
                return look(file);
            } catch (ChangedMeanwhile e) {
                refuseLast(attempt, e);
            }
        }
    }

    private Snapshot look(ConfigFile file) {
        Location location = new Links(disk).follow(file);
        if (!location.missing().isEmpty()) {
            return Snapshot.absent();
        }
        try (Folder folder = disk.open(location.folder())) {
            return new Reading(disk).snapshot(file, folder, location.name());
        } catch (IOException e) {
            throw Refusal.unreadable(file.path(), e);
        }
    }

    /**
     * Makes sure, as far as that can be told without writing, that the file can be written.
     *
     * @throws FeedAuthFailure as {@link #read}, and when the file or its folder is read-only
     */
    public void checkWritable(ConfigFile file) {
        retrying(() -> {
            Location location = new Links(disk).follow(file);
            boolean there = location.missing().isEmpty();
            Path nearest = there ? location.folder() : location.missing().get(0).getParent();
            Reading reading = new Reading(disk);
            try (Folder folder = disk.open(nearest)) {
                Optional<Facts> facts =
                        there ? reading.snapshot(file, folder, location.name()).facts() : Optional.empty();
                reading.refuseUnwritable(file, folder, location.name(), facts);
                return facts;
            } catch (IOException e) {
                throw Refusal.unreadable(file.path(), e);
            }
        });
    }

    /**
     * Takes the locks of all the files, removes what killed builds left beside them, and reads them.
     *
     * @param files in the order in which a commit is to put them in place; the locks have an order of their own
     * @throws FeedAuthFailure as {@link #read}, and when a lock is not to be had in time
     * @throws ChangedMeanwhile when a file was replaced by a link in that very moment
     */
    public FileTransaction begin(List<ConfigFile> files) {
        Map<ConfigFile, Location> locations = new LinkedHashMap<>();
        files.forEach(file -> locations.put(file, new Links(disk).follow(file)));
        Map<Path, Target> byPath = new HashMap<>();
        Map<ConfigFile, Target> targets = new LinkedHashMap<>();
        locations.forEach((file, location) ->
                targets.put(file, byPath.computeIfAbsent(location.target(), path -> new Target(disk, file, location))));
        refuseSharedSecrets(targets);
        FileTransaction transaction = new FileTransaction(locks.take(byPath.keySet()), targets);
        try {
            new LinkedHashSet<>(targets.values()).forEach(Target::open);
            return transaction;
        } catch (RuntimeException e) {
            transaction.close();
            throw e;
        }
    }

    /**
     * Changes files: begins a transaction, lets the edit read and stage, and commits; all of it again when somebody who takes no
     * lock changed a file meanwhile.
     *
     * @param files in the order in which they are put in place. A build that is killed, or refused by the system, between two of them
     *     leaves the first ones new and the others old
     * @param edit reads and stages; it may run several times, each time with what the files then say
     * @return what became of each file
     * @throws FeedAuthFailure as {@link #begin}, {@link FileTransaction#stage} and {@link FileTransaction#commit}, and when a
     *     file never holds still
     */
    public List<Outcome> update(List<ConfigFile> files, Consumer<FileTransaction> edit) {
        Map<ConfigFile, Outcome> done = new LinkedHashMap<>();
        retrying(() -> {
            try (FileTransaction transaction = begin(files)) {
                edit.accept(transaction);
                transaction.commit().forEach(outcome -> done.merge(outcome.file(), outcome, ConfigFiles::later));
                return done;
            } catch (ChangedMeanwhile e) {
                e.done().forEach(outcome -> done.merge(outcome.file(), outcome, ConfigFiles::later));
                throw e;
            }
        });
        return List.copyOf(done.values());
    }

    /** Removes a folder that nothing is in any more. One that can't be removed, or is a link, stays: it does no harm. */
    public void removeIfEmpty(Path folder) {
        try {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(folder);
            }
        } catch (IOException notEmptyOrNotOurs) {
            // It stays.
        }
    }

    private static Outcome later(Outcome first, Outcome second) {
        List<String> warnings = new ArrayList<>(first.warnings());
        warnings.addAll(second.warnings());
        Change change = first.change() == Change.UNCHANGED ? second.change() : first.change();
        return new Outcome(second.file(), second.target(), change, warnings);
    }

    private static <T> T retrying(Supplier<T> action) {
        for (int attempt = 1; ; attempt++) {
            try {
                return action.get();
            } catch (ChangedMeanwhile e) {
                refuseLast(attempt, e);
            }
        }
    }

    private static void refuseLast(int attempt, ChangedMeanwhile change) {
        if (attempt == ATTEMPTS) {
            throw Refusal.of(
                    "The file changed under our hands " + ATTEMPTS + " times in a row",
                    change.file(),
                    "End the program that keeps writing it, and run this build again");
        }
        Thread.onSpinWait();
    }

    private static void refuseSharedSecrets(Map<ConfigFile, Target> targets) {
        targets.forEach((file, target) -> targets.forEach((other, otherTarget) -> {
            if (target == otherTarget && file.secret() && !other.secret()) {
                throw Refusal.of(
                        "The file for credentials and the project's file " + Refusal.name(other.path())
                                + " are one and the same",
                        file.path(),
                        "Use another file for credentials, since a project's file must hold none");
            }
        }));
    }
}
