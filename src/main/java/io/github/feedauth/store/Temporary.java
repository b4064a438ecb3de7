package io.github.feedauth.store;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * New content beside the file it is to replace. The name tells which file it is for, so that a run sweeps only what its own lock
 * guards. And it is one that nothing packs, should a kill leave it behind: Maven leaves out {@code ._*} by default, and so does npm,
 * but for a package.json whose {@code files} take in everything; a star in the name npm never packs.
 *
 * @param name the temporary file's name in the folder
 * @param warnings sentences for the user
 */
record Temporary(String name, List<String> warnings) {
    private static final String START = "._npmrc*.";
    /** Where a star can't be in a name: on Windows, and on its file systems elsewhere. */
    private static final String PLAIN_START = "._npmrc.";

    private static final String SUFFIX = ".feedauth.tmp";

    /**
     * Writes it, forced to disk.
     *
     * @param existing what it is to replace; empty when there is nothing
     */
    static Temporary write(ConfigFile file, Folder folder, String target, Optional<Facts> existing, byte[] content)
            throws IOException {
        boolean shared = !file.secret() && existing.isEmpty();
        Set<PosixFilePermission> mode = shared ? Modes.SHARED : Modes.OWNER_ONLY;
        String rest =
                rest(target) + Long.toHexString(ThreadLocalRandom.current().nextLong()) + SUFFIX;
        String name = START + rest;
        Folder.NewFile opened;
        try {
            opened = folder.create(name, mode);
        } catch (IOException | InvalidPathException e) {
            name = PLAIN_START + rest;
            opened = folder.create(name, mode);
        }
        return write(file, folder, name, opened, existing, content);
    }

    private static Temporary write(
            ConfigFile file,
            Folder folder,
            String name,
            Folder.NewFile opened,
            Optional<Facts> existing,
            byte[] content)
            throws IOException {
        List<String> warnings = new ArrayList<>();
        try {
            try (Folder.NewFile fresh = opened) {
                if (file.secret()) {
                    closeToOthers(file, folder, name, warnings);
                } else if (existing.isPresent()) {
                    adopt(folder, name, existing.get());
                }
                fresh.write(content);
                fresh.force();
            }
            return new Temporary(name, warnings);
        } catch (IOException | RuntimeException e) {
            discard(folder, name);
            throw e;
        }
    }

    /** Removes what killed runs left for this target, and returns warnings about what can't be removed. */
    static List<String> sweep(Disk disk, Folder folder, String target) throws IOException {
        List<String> warnings = new ArrayList<>();
        for (String name : folder.names()) {
            if (isFor(target, name)) {
                Optional<Facts> facts = folder.facts(name);
                if (facts.isPresent()
                        && facts.get().kind() == Facts.Kind.REGULAR
                        && facts.get().belongsTo(disk.self())
                        && !discard(folder, name)) {
                    warnings.add("A temporary file that a killed build left can't be removed: " + name);
                }
            }
        }
        return warnings;
    }

    /** Removes it; false when that fails, in which case the next run tries again. */
    static boolean discard(Folder folder, String name) {
        try {
            folder.delete(name);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFor(String target, String name) {
        String rest = rest(target);
        return name.endsWith(SUFFIX) && (name.startsWith(START + rest) || name.startsWith(PLAIN_START + rest));
    }

    private static String rest(String target) {
        return Digest.of(target).substring(0, 16) + ".";
    }

    /** The umask may have taken too much, and some file systems keep no modes at all. */
    private static void closeToOthers(ConfigFile file, Folder folder, String name, List<String> warnings)
            throws IOException {
        Optional<Set<PosixFilePermission>> mode = mode(folder, name);
        if (mode.isPresent() && !mode.get().equals(Modes.OWNER_ONLY)) {
            folder.permit(name, Modes.OWNER_ONLY);
            if (!mode(folder, name).map(Modes::isOwnerOnly).orElse(true)) {
                warnings.add("The file system keeps no modes: other users of this machine may be able to read "
                        + Refusal.name(file.path()));
            }
        }
    }

    private static void adopt(Folder folder, String name, Facts existing) throws IOException {
        Optional<Facts.Ownership> wanted = existing.ownership();
        Optional<Facts.Ownership> given = folder.facts(name).flatMap(Facts::ownership);
        if (wanted.isEmpty() || given.isEmpty()) {
            return;
        }
        if (!given.get().owner().equals(wanted.get().owner())
                || !given.get().group().equals(wanted.get().group())) {
            try {
                folder.hand(name, wanted.get());
            } catch (IOException e) {
                // Only root may give files away; the new file is then this user's, which writes it as well.
            }
        }
        folder.permit(name, wanted.get().mode());
    }

    private static Optional<Set<PosixFilePermission>> mode(Folder folder, String name) throws IOException {
        return folder.facts(name).flatMap(Facts::ownership).map(Facts.Ownership::mode);
    }
}
