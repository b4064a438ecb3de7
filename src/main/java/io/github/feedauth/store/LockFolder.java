package io.github.feedauth.store;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hands out the locks of files. Lock files lie in a private folder outside of every project and are never removed: removing one
 * would let two builds hold two different locks of the same name.
 */
final class LockFolder {
    private final Disk disk;
    private final StateFolder state;
    private final Duration wait;

    LockFolder(Disk disk, StateFolder state, Duration wait) {
        this.disk = disk;
        this.state = state;
        this.wait = wait;
    }

    /** Takes the locks of all these files in an order that every build keeps to, so that no two wait for each other. */
    HeldLocks take(Iterable<Path> targets) {
        SortedMap<String, Path> byName = new TreeMap<>();
        targets.forEach(target -> byName.put(Digest.of(target.toString()) + ".lock", target));
        HeldLocks held = new HeldLocks();
        Deadline deadline = new Deadline(wait);
        try {
            Path folder = folder();
            byName.forEach((name, target) -> held.add(take(folder.resolve(name), target, deadline)));
            return held;
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    private TargetLock take(Path lock, Path target, Deadline deadline) {
        try {
            Optional<TargetLock> taken = TargetLock.take(disk, lock, deadline);
            return taken.orElseThrow(() -> new FeedAuthFailure(
                    "Another build is writing the file and has not finished within " + wait.toSeconds() + " seconds",
                    Refusal.name(target),
                    "Wait for the other build, or end it if it hangs, and run this one again"));
        } catch (IOException e) {
            throw Refusal.unlockable(lock, e);
        }
    }

    private Path folder() {
        Path locks = state.ensure(disk).resolve("locks");
        try {
            return new PrivateFolder(disk).ensure(locks);
        } catch (IOException e) {
            throw Refusal.unlockable(locks, e);
        }
    }
}
