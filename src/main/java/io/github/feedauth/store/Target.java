package io.github.feedauth.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One real file within a transaction: what it was, what it is to be, and the step from the one to the other. */
final class Target implements Closeable {
    private final Disk disk;
    private final ConfigFile file;
    private final Location location;
    private final Deque<Path> createdFolders = new ArrayDeque<>();
    private final List<String> warnings = new ArrayList<>();
    private Optional<Folder> folder = Optional.empty();
    private Snapshot before = Snapshot.absent();
    private Optional<byte[]> pending = Optional.empty();
    private Optional<Temporary> temporary = Optional.empty();
    private boolean staged;

    /** A target whose lock is held. */
    Target(Disk disk, ConfigFile file, Location location) {
        this.disk = disk;
        this.file = file;
        this.location = location;
    }

    /** Sweeps and reads. */
    void open() {
        if (!location.missing().isEmpty()) {
            return;
        }
        try {
            Folder opened = disk.open(location.folder());
            folder = Optional.of(opened);
            warnings.addAll(Temporary.sweep(disk, opened, location.name()));
            before = new Reading(disk).snapshot(file, opened, location.name());
            pending = before.content();
        } catch (IOException e) {
            throw Refusal.unreadable(file.path(), e);
        }
    }

    /** What the file is to be, or else what it is. */
    Optional<byte[]> content() {
        return pending.map(byte[]::clone);
    }

    /** Prepares what the file is to be, so that only a move is left; empty to remove it. */
    void stage(Optional<byte[]> content) {
        content.ifPresent(bytes -> Reading.refuseLarge(file.path(), bytes.length));
        discardTemporary();
        staged = true;
        pending = content.map(byte[]::clone);
        if (before.sameContent(content)) {
            return;
        }
        try {
            Folder opened = folder();
            new Reading(disk).refuseUnwritable(file, opened, location.name(), before.facts());
            if (content.isPresent()) {
                temporary = Optional.of(Temporary.write(file, opened, location.name(), before.facts(), content.get()));
            }
        } catch (IOException e) {
            throw Refusal.unwritable(file.path(), e);
        }
    }

    /** Makes sure that the file is still the one that was read, and still where it was. */
    void verify() {
        if (!staged || folder.isEmpty()) {
            return;
        }
        Location now = new Links(disk).follow(file);
        if (!now.target().equals(location.target())
                || !now.missing().isEmpty()
                || !isStillThere(folder.get())
                || !new Reading(disk)
                        .snapshot(file, folder.get(), location.name())
                        .sameAs(before)) {
            throw new ChangedMeanwhile(file.path(), List.of());
        }
    }

    /** Takes the step. */
    Change apply() {
        if (!staged || folder.isEmpty()) {
            return Change.UNCHANGED;
        }
        verify();
        try {
            if (before.sameContent(pending)) {
                tighten(folder.get());
                return Change.UNCHANGED;
            }
            Change change = move(folder.get());
            createdFolders.clear();
            force(folder.get());
            return change;
        } catch (IOException e) {
            throw Refusal.unwritable(file.path(), e);
        }
    }

    /** Stages and takes the step, and reads what it has come to. */
    void write(byte[] content) {
        stage(Optional.of(content));
        apply();
        try {
            before = new Reading(disk).snapshot(file, folder(), location.name());
        } catch (IOException e) {
            throw Refusal.unreadable(file.path(), e);
        }
        pending = before.content();
        staged = false;
    }

    /** The real file. */
    Path path() {
        return location.target();
    }

    /** What the user should know of it. */
    List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        discardTemporary();
        try {
            if (folder.isPresent()) {
                folder.get().close();
            }
            while (!createdFolders.isEmpty()) {
                disk.removeFolder(createdFolders.pop());
            }
        } catch (IOException e) {
            // An empty folder stays, or one that somebody has put something into.
        }
    }

    private Change move(Folder opened) throws IOException {
        if (temporary.isEmpty()) {
            opened.delete(location.name());
            return Change.REMOVED;
        }
        opened.replace(temporary.get().name(), location.name());
        warnings.addAll(temporary.get().warnings());
        temporary = Optional.empty();
        before.tooWideMode(file).ifPresent(this::warnOfMode);
        return before.content().isPresent() ? Change.REPLACED : Change.CREATED;
    }

    private void tighten(Folder opened) throws IOException {
        Optional<Set<PosixFilePermission>> wide = before.tooWideMode(file);
        if (wide.isPresent()) {
            Set<PosixFilePermission> tight = EnumSet.copyOf(Modes.OWNER_ONLY);
            tight.retainAll(wide.get());
            opened.permit(location.name(), tight);
            warnOfMode(wide.get());
        }
    }

    private void warnOfMode(Set<PosixFilePermission> wide) {
        warnings.add("Mode " + PosixFilePermissions.toString(wide)
                + " was too wide for a file that holds credentials and has been narrowed to its owner: "
                + Refusal.name(location.target()));
    }

    private void force(Folder opened) {
        try {
            opened.force();
        } catch (IOException e) {
            warnings.add("The file is written, but the system could not make sure that it survives a power failure: "
                    + Refusal.name(location.target()));
        }
    }

    private boolean isStillThere(Folder opened) {
        try (Folder again = disk.open(location.folder())) {
            return again.facts().key().equals(opened.facts().key());
        } catch (IOException e) {
            return false;
        }
    }

    private Folder folder() throws IOException {
        if (folder.isEmpty()) {
            for (Path missing : location.missing()) {
                if (create(missing)) {
                    createdFolders.push(missing);
                }
            }
            folder = Optional.of(disk.open(location.folder()));
        }
        return folder.get();
    }

    /** Somebody may have made it since it was missed: another build, or the locks, which lie in the same home folder. */
    private boolean create(Path missing) throws IOException {
        try {
            disk.createFolder(missing, missing.equals(location.folder()));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private void discardTemporary() {
        temporary.ifPresent(written -> Temporary.discard(folder.orElseThrow(), written.name()));
        temporary = Optional.empty();
    }
}
