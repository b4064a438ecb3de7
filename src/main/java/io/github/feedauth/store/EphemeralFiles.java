package io.github.feedauth.store;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Files with secrets that live no longer than the process that makes them: in a folder of this user alone, outside of every
 * project, removed by {@link #close} and at the latest when the process ends. What a killed process left, the next one sweeps when
 * it makes its first file. Safe for use by several threads.
 *
 * <p>Each process has a folder of its own with a lock beside it. The kernel drops the lock with its process, so a folder whose lock
 * can be had belongs to nobody.
 */
public final class EphemeralFiles implements AutoCloseable {
    private static final String FOLDER = "builds";

    private final Disk disk;
    private final StateFolder state;
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private Own own;
    private boolean closed;

    /** The folder that the files of all builds lie in, each in one of its build's own; it need not be there yet. */
    public Path folder() {
        return state.candidates().get(0).resolve(FOLDER);
    }

    /**
     * A file for npm.
     *
     * @param path where it is
     * @param fresh whether it was made just now
     */
    public record Lent(Path path, boolean fresh) {}

    /** This process's own folder, while it is in use. */
    private record Own(Path folder, TargetLock lock, Thread atExit) {}

    /** @param state where the files lie; the same for all builds of a user, so that each can sweep what another left */
    public EphemeralFiles(StateFolder state) {
        this(new LocalDisk(), state);
    }

    EphemeralFiles(Disk disk, StateFolder state) {
        this.disk = disk;
        this.state = state;
    }

    /**
     * A file with that content, readable by its owner only from its first byte. The same content gives the same file.
     *
     * @param ending what its name ends with
     * @throws FeedAuthFailure where it can't be written, or the files are closed: in a daemon, a module that outlives its build would
     *     leave a secret until the daemon ends
     */
    public synchronized Lent write(byte[] content, String ending) {
        if (closed) {
            throw new FeedAuthFailure(
                    "The build has ended, and with it the time of its credentials",
                    "credentialStore ephemeral",
                    "Run the build again");
        }
        try {
            Path folder = open().folder();
            for (Map.Entry<String, byte[]> known : contents.entrySet()) {
                if (Arrays.equals(known.getValue(), content)) {
                    return new Lent(folder.resolve(known.getKey()), false);
                }
            }
            String name = UUID.randomUUID() + "." + ending;
            try (Folder opened = disk.open(folder);
                    Folder.NewFile file = opened.create(name, Modes.OWNER_ONLY)) {
                file.write(content);
            }
            contents.put(name, content);
            return new Lent(folder.resolve(name), true);
        } catch (IOException e) {
            throw new FeedAuthFailure(
                    "The file that lends npm the credentials can't be written: " + Refusal.reason(e),
                    Refusal.name(state.ensure(disk)),
                    "Make room there, or name another folder with XDG_STATE_HOME (on Windows LOCALAPPDATA)",
                    e);
        }
    }

    /** Removes the files of this process. No more can be written. */
    @Override
    public synchronized void close() {
        closed = true;
        release();
    }

    private void release() {
        if (own != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(own.atExit());
            } catch (IllegalStateException e) {
                // The process is ending: this is that hook.
            }
            remove(own.folder(), own.lock());
            contents.clear();
            own = null;
        }
    }

    /** Removes what killed processes left. */
    public void sweep() {
        Optional<Path> known = state.find(disk);
        if (known.isPresent()) {
            try {
                sweep(known.get().resolve(FOLDER));
            } catch (IOException e) {
                // There is no such folder, or it can't be read: nothing that could be swept.
            }
        }
    }

    private Own open() throws IOException {
        if (own == null) {
            Path builds = new PrivateFolder(disk).ensure(state.ensure(disk).resolve(FOLDER));
            sweep(builds);
            Path folder = builds.resolve(UUID.randomUUID().toString());
            TargetLock lock = lock(folder).orElseThrow(() -> new IOException("somebody locked " + folder));
            Thread atExit = new Thread(this::close, "feedauth: remove credentials");
            Runtime.getRuntime().addShutdownHook(atExit);
            own = new Own(folder, lock, atExit);
            try {
                disk.createFolder(folder, true);
            } catch (IOException e) {
                release();
                throw e;
            }
        }
        return own;
    }

    /** A lock file whose folder does not exist is left: its process may be just about to make the folder. */
    private void sweep(Path builds) throws IOException {
        try (Folder folder = disk.open(builds)) {
            for (String name : folder.names()) {
                Optional<Facts> facts = folder.facts(name);
                if (facts.isPresent() && facts.get().kind() == Facts.Kind.FOLDER) {
                    Path left = builds.resolve(name);
                    lock(left).ifPresent(lock -> remove(left, lock));
                }
            }
        }
    }

    private Optional<TargetLock> lock(Path folder) throws IOException {
        return TargetLock.take(disk, lockOf(folder), new Deadline(Duration.ZERO));
    }

    /** What can't be removed now, the next process tries again. */
    private void remove(Path left, TargetLock lock) {
        try {
            try (lock;
                    Folder folder = disk.open(left)) {
                for (String name : folder.names()) {
                    folder.delete(name);
                }
                disk.removeFolder(left);
            } catch (NoSuchFileException e) {
                // Another process has swept it, or it was never made.
            }
            try (Folder builds = disk.open(left.getParent())) {
                builds.delete(TargetLock.gate(lockOf(left)).getFileName().toString());
                builds.delete(lockOf(left).getFileName().toString());
            }
        } catch (IOException e) {
            // See above.
        }
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".lock");
    }
}
