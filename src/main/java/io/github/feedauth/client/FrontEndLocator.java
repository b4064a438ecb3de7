package io.github.feedauth.client;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Recognises the front end in a folder, its workspace root and its client, as the clients themselves do. */
public final class FrontEndLocator {
    private static final String YARN_CLASSIC_HEADER = "# yarn lockfile v1";

    /**
     * Recognises the front end of a folder.
     *
     * @param folder an absolute folder
     * @param yarnClassicByPom whether the POM installs Yarn 1 for it
     * @return empty where the folder has no {@code package.json}
     * @throws io.github.feedauth.failure.FeedAuthFailure where a {@code package.json} that matters can't be read
     */
    public Optional<FrontEnd> locate(Path folder, boolean yarnClassicByPom) {
        Path normalised = folder.toAbsolutePath().normalize();
        if (!PackageJson.isIn(normalised)) {
            return Optional.empty();
        }
        Path root = workspaceRoot(normalised);
        return Optional.of(new FrontEnd(normalised, root, isYarnClassic(normalised, root, yarnClassicByPom)));
    }

    /** npm's own walk ({@code @npmcli/config}, {@code loadLocalPrefix}): the nearest ancestor that counts the folder as a member. */
    private static Path workspaceRoot(Path folder) {
        for (Path ancestor = folder.getParent(); ancestor != null; ancestor = ancestor.getParent()) {
            if (PackageJson.isIn(ancestor) && workspaces(ancestor).include(ancestor.relativize(folder))) {
                return ancestor;
            }
        }
        return folder;
    }

    /** npm moves on past an ancestor that it can't read. */
    private static WorkspacePatterns workspaces(Path ancestor) {
        try {
            return new WorkspacePatterns(PackageJson.read(ancestor).workspaces());
        } catch (FeedAuthFailure e) {
            return new WorkspacePatterns(List.of());
        }
    }

    private static boolean isYarnClassic(Path folder, Path root, boolean byPom) {
        Optional<String> pinned = PackageJson.read(folder)
                .packageManager()
                .or(() -> PackageJson.read(root).packageManager());
        if (pinned.isPresent()) {
            return pinned.get().startsWith("yarn@1.") || pinned.get().equals("yarn@1");
        }
        Path lockFile = root.resolve("yarn.lock");
        return Files.isRegularFile(lockFile) ? hasClassicHeader(lockFile) : byPom;
    }

    private static boolean hasClassicHeader(Path lockFile) {
        try (BufferedReader lines = Files.newBufferedReader(lockFile, StandardCharsets.ISO_8859_1)) {
            return lines.lines().limit(5).anyMatch(line -> line.strip().equals(YARN_CLASSIC_HEADER));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
