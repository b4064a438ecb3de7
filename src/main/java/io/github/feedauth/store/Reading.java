package io.github.feedauth.store;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;

/** Reads a file whole, after making sure that it is one to read and, later, to replace. */
final class Reading {
    /** No configuration file is larger; bytes. */
    static final int MOST = 16 * 1024 * 1024;

    private static final String LEAD = "HOME, or for npm NPM_CONFIG_USERCONFIG,";

    private final Disk disk;

    Reading(Disk disk) {
        this.disk = disk;
    }

    /**
     * The file as it is.
     *
     * @throws ChangedMeanwhile when it became a symbolic link after links were followed
     */
    Snapshot snapshot(ConfigFile file, Folder folder, String name) {
        try {
            Optional<Facts> facts = folder.facts(name);
            if (facts.isEmpty()) {
                return Snapshot.absent();
            }
            refuseUnfit(file, facts.get());
            byte[] content = folder.read(name, MOST + 1);
            refuseLarge(file.path(), content.length);
            return new Snapshot(facts, Optional.of(content));
        } catch (IOException e) {
            throw Refusal.unreadable(file.path(), e);
        }
    }

    /** Refuses what can't be replaced: a read-only file or one in a read-only folder. */
    void refuseUnwritable(ConfigFile file, Folder folder, String name, Optional<Facts> existing) {
        if (existing.isPresent() && !existing.get().allows(OWNER_WRITE)) {
            throw Refusal.of(
                    "The file is read-only",
                    file.path(),
                    "Make it writable for its owner (chmod u+w)" + orElsewhere(file));
        }
        if (existing.isPresent() && !folder.writable(name)) {
            throw Refusal.of(
                    "The file may not be written by this user",
                    file.path(),
                    "Give yourself the right to write it" + orElsewhere(file));
        }
        try {
            if (!folder.facts().allows(OWNER_WRITE) || !folder.writable(".")) {
                throw Refusal.of(
                        "The file is in a read-only folder, where it can't be replaced",
                        file.path(),
                        "Make the folder writable for its owner (chmod u+w)" + orElsewhere(file));
            }
        } catch (IOException e) {
            throw Refusal.unreadable(file.path(), e);
        }
    }

    static void refuseLarge(Path file, long bytes) {
        if (bytes > MOST) {
            throw Refusal.of(
                    "The file is larger than 16 MiB, which no configuration file is",
                    file,
                    "Look at what is in it, and move it away");
        }
    }

    private void refuseUnfit(ConfigFile file, Facts facts) throws IOException {
        if (facts.kind() != Facts.Kind.REGULAR) {
            throw unfit(file, facts.kind());
        }
        refuseLarge(file.path(), facts.size());
        if (file.secret()) {
            refuseUnowned(file, facts);
        }
        if (!facts.allows(OWNER_READ)) {
            throw Refusal.of(
                    "The file may not even be read by its owner",
                    file.path(),
                    "Make it readable for its owner (chmod u+r)");
        }
    }

    private static RuntimeException unfit(ConfigFile file, Facts.Kind kind) {
        if (kind == Facts.Kind.LINK) {
            return new ChangedMeanwhile(file.path(), List.of());
        }
        return kind == Facts.Kind.FOLDER
                ? Refusal.of("A folder is in the file's place", file.path(), "Move the folder away" + orElsewhere(file))
                : Refusal.of(
                        "A pipe, socket or device is in the file's place",
                        file.path(),
                        file.secret()
                                ? "Let " + LEAD + " lead to a file"
                                : "Move it away, so that a file can be there");
    }

    /** Where a user's file is, the environment says. */
    private static String orElsewhere(ConfigFile file) {
        return file.secret() ? ", or let " + LEAD + " lead to another" : "";
    }

    private void refuseUnowned(ConfigFile file, Facts facts) throws IOException {
        Optional<UserPrincipal> self = disk.self();
        if (!facts.belongsTo(self)) {
            String owner = facts.ownership().orElseThrow().owner().getName();
            throw Refusal.of(
                    "The file is meant for credentials, but belongs to the user " + owner + ", who could read them",
                    file.path(),
                    "Give the file to the user " + self.orElseThrow().getName()
                            + " who runs this build (chown), or move it away");
        }
    }
}
