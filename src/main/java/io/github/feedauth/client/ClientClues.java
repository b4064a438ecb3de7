package io.github.feedauth.client;

import io.github.feedauth.failure.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What tells the package manager of a front end, the most telling first: what the user says, what {@code package.json} pins, the
 * files that each package manager leaves, and the goals of the POM.
 */
final class ClientClues {
    private static final String YARN_CLASSIC_HEADER = "# yarn lockfile v1";
    private static final int HEADER_LINES = 10;

    private final List<Clue> clues = new ArrayList<>();

    /** The clues of a folder: what its {@code package.json} pins and which files lie beside it. */
    void look(Path folder) {
        clues.addAll(PackageJson.read(folder).pins());
        if (Files.isRegularFile(folder.resolve(".yarnrc.yml"))) {
            add("yarn", "berry", folder.resolve(".yarnrc.yml"));
        }
        lookForLockFile(folder, "package-lock.json", "npm");
        lookForLockFile(folder, "npm-shrinkwrap.json", "npm");
        lookForLockFile(folder, "pnpm-lock.yaml", "pnpm");
        lookForLockFile(folder, "bun.lock", "bun");
        lookForLockFile(folder, "bun.lockb", "bun");
        Path yarnLock = folder.resolve("yarn.lock");
        if (Files.isRegularFile(yarnLock)) {
            add("yarn", yarnOf(yarnLock), yarnLock);
        }
    }

    void add(List<Clue> more) {
        clues.addAll(more);
    }

    void add(String name, String version, Path file) {
        clues.add(new Clue(
                name,
                version.isEmpty() ? Optional.empty() : Optional.of(version),
                Printable.name(file.toString()),
                false));
    }

    /** Whether nothing speaks of another than that one. */
    boolean allow(PackageManager manager) {
        for (Clue clue : clues) {
            if (!clue.allows(manager)) {
                return false;
            }
        }
        return true;
    }

    /** The package manager that the most telling clue names. */
    Client client() {
        if (clues.isEmpty()) {
            return Client.NPM;
        }
        Clue first = clues.get(0);
        Optional<PackageManager> manager = first.manager();
        for (Clue clue : clues) {
            if (manager.isEmpty() && clue.name().equals(first.name())) {
                manager = clue.manager();
            }
        }
        PackageManager found = manager.orElse(PackageManager.YARN_CLASSIC);
        for (Clue clue : clues) {
            if (clue.version().isPresent() && clue.manager().equals(Optional.of(found)) && !isWord(clue)) {
                return new Client(found, clue.version());
            }
        }
        return new Client(found, Optional.empty());
    }

    /** A sentence for each place that speaks of another. */
    List<String> doubts(Client client) {
        Set<String> doubts = new LinkedHashSet<>();
        for (Clue clue : clues) {
            if (!clue.allows(client.manager())) {
                doubts.add(clues.get(0).place() + " speaks of " + client.manager() + ", but " + clue.place() + " of "
                        + clue.manager().map(PackageManager::toString).orElse("Yarn") + ". " + client.manager()
                        + " is taken: remove what is out of date, or set the parameter client");
            }
        }
        return List.copyOf(doubts);
    }

    private static boolean isWord(Clue clue) {
        return Character.isLetter(clue.version().get().charAt(0))
                && clue.version().get().charAt(0) != 'v';
    }

    private void lookForLockFile(Path folder, String name, String client) {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file)) {
            add(client, "", file);
        }
    }

    /** An empty one may be either's: Berry takes it as the mark of a project's root. */
    private static String yarnOf(Path lockFile) {
        try (BufferedReader lines = Files.newBufferedReader(lockFile, StandardCharsets.ISO_8859_1)) {
            for (int i = 0; i < HEADER_LINES; i++) {
                String line = lines.readLine();
                if (line == null) {
                    return "";
                }
                if (line.strip().equals(YARN_CLASSIC_HEADER)) {
                    return "classic";
                }
                if (line.startsWith("__metadata:")) {
                    return "berry";
                }
            }
        } catch (IOException e) {
            return "";
        }
        return "";
    }
}
