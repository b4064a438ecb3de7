package io.github.feedauth.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A folder that nobody but this user can look into, made so where it is missing. */
final class PrivateFolder {
    private final Disk disk;

    PrivateFolder(Disk disk) {
        this.disk = disk;
    }

    /**
     * Makes sure of it.
     *
     * @return the folder's real path
     * @throws IOException when it can't be created, or is a link or somebody else's
     */
    Path ensure(Path folder) throws IOException {
        Path parent = parents(folder);
        Path real = parent.resolve(folder.getFileName());
        try {
            disk.createFolder(real, true);
        } catch (FileAlreadyExistsException e) {
            // As on every run but the first; what it is comes next.
        }
        return checked(real);
    }

    /**
     * Looks for it, and makes nothing.
     *
     * @return the folder's real path; empty where there is none
     * @throws IOException when it is a link or somebody else's
     */
    Optional<Path> find(Path folder) throws IOException {
        try {
            Path parent = disk.realFolder(folder.toAbsolutePath().getParent());
            try (Folder opened = disk.open(parent)) {
                boolean there = opened.facts(folder.getFileName().toString()).isPresent();
                return there ? Optional.of(checked(parent.resolve(folder.getFileName()))) : Optional.empty();
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path checked(Path real) throws IOException {
        try (Folder opened = disk.open(real.getParent())) {
            String name = real.getFileName().toString();
            Facts facts = opened.facts(name).orElseThrow(() -> new IOException("it vanished: " + real));
            if (facts.kind() != Facts.Kind.FOLDER) {
                throw new IOException("it is a link or a file, not a folder: " + real);
            }
            if (!facts.belongsTo(disk.self())) {
                throw new IOException("it belongs to another user: " + real);
            }
            Optional<Facts.Ownership> owned = facts.ownership();
            if (owned.isPresent() && !owned.get().mode().equals(Modes.FOLDER_OWNER_ONLY)) {
                opened.permit(name, Modes.FOLDER_OWNER_ONLY);
            }
        }
        return real;
    }

    private Path parents(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("it is the root: " + folder);
        }
        try {
            return disk.realFolder(parent);
        } catch (NoSuchFileException e) {
            Path real = parents(parent).resolve(parent.getFileName());
            try {
                disk.createFolder(real, true);
            } catch (FileAlreadyExistsException raced) {
                // Another build was faster.
            }
            return disk.realFolder(parent);
        }
    }
}
