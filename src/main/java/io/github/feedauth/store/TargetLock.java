package io.github.feedauth.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A kernel lock that also excludes the threads of one process, across class loaders, and is gone with its process.
 *
 * <p>Java's table refers to a lock weakly, so both locks are kept here as long as they are held.
 *
 * <p>A POSIX record lock belongs to the process and is dropped as soon as the process closes <em>any</em> descriptor of the
 * file. So a thread may open the lock file only while no other thread of this process has it open. The gate sees to that: a second
 * file, whose lock is used only for Java's own table of locks, which all class loaders of a process share. A thread that gives up
 * waiting closes the gate's file, which drops nobody's real lock.
 */
final class TargetLock implements Closeable {
    private final FileLock gate;
    private final FileLock lock;

    private TargetLock(FileLock gate, FileLock lock) {
        this.gate = gate;
        this.lock = lock;
    }

    /**
     * Waits for the lock.
     *
     * @param file the lock file; the gate is beside it
     * @return empty when the time is up
     */
    static Optional<TargetLock> take(Disk disk, Path file, Deadline deadline) throws IOException {
        Optional<FileLock> gate = open(disk, gate(file), deadline);
        if (gate.isEmpty()) {
            return Optional.empty();
        }
        Optional<FileLock> lock = Optional.empty();
        try {
            lock = open(disk, file, deadline);
            return lock.map(taken -> new TargetLock(gate.get(), taken));
        } finally {
            if (lock.isEmpty()) {
                gate.get().acquiredBy().close();
            }
        }
    }

    /** The gate's file beside a lock file. */
    static Path gate(Path file) {
        return file.resolveSibling(file.getFileName() + ".gate");
    }

    @Override
    public void close() throws IOException {
        try {
            lock.acquiredBy().close();
        } finally {
            gate.acquiredBy().close();
        }
    }

    private static Optional<FileLock> open(Disk disk, Path file, Deadline deadline) throws IOException {
        FileChannel channel = disk.openLock(file);
        Optional<FileLock> lock = Optional.empty();
        try {
            lock = await(channel, deadline);
            return lock;
        } finally {
            if (lock.isEmpty()) {
                channel.close();
            }
        }
    }

    private static Optional<FileLock> await(FileChannel channel, Deadline deadline) throws IOException {
        do {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(lock);
                }
            } catch (OverlappingFileLockException e) {
                // Another thread of this process has it.
            }
        } while (deadline.pause());
        return Optional.empty();
    }
}
