package io.github.feedauth.client;

import io.github.feedauth.failure.FeedAuthFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Recognises the front end in a folder, its workspace root and its client, as the clients themselves do. */
public final class FrontEndLocator {
    private static final String PNPM_WORKSPACE = "pnpm-workspace.yaml";

    /**
     * Recognises the front end of a folder.
     *
     * @param folder an absolute folder
     * @param parameter what the user says of its client, which nothing can contradict
     * @param byPom what the POM says of its client
     * @return empty where the folder has no {@code package.json}
     * @throws FeedAuthFailure where a {@code package.json} that matters can't be read
     */
    public Optional<FrontEnd> locate(Path folder, Optional<Clue> parameter, List<Clue> byPom) {
        Path normalised = folder.toAbsolutePath().normalize();
        if (!PackageJson.isIn(normalised)) {
            return Optional.empty();
        }
        ClientClues clues = new ClientClues();
        if (parameter.isPresent()) {
            clues.add(List.of(parameter.get()));
        }
        clues.look(normalised);
        Path root = workspaceRoot(normalised, clues.allow(PackageManager.PNPM));
        if (!root.equals(normalised)) {
            clues.look(root);
        }
        if (Files.isRegularFile(root.resolve(PNPM_WORKSPACE))) {
            clues.add("pnpm", "", root.resolve(PNPM_WORKSPACE));
        }
        clues.add(byPom);
        Client client = clues.client();
        return Optional.of(
                new FrontEnd(normalised, root, client, parameter.isPresent() ? List.of() : clues.doubts(client)));
    }

    /**
     * npm's own walk ({@code @npmcli/config}, {@code loadLocalPrefix}), which Yarn and Bun share: the nearest ancestor that counts
     * the folder as a member. pnpm takes the nearest folder with a {@code pnpm-workspace.yaml}.
     */
    private static Path workspaceRoot(Path folder, boolean mayBePnpm) {
        if (mayBePnpm && Files.isRegularFile(folder.resolve(PNPM_WORKSPACE))) {
            return folder;
        }
        for (Path ancestor = folder.getParent(); ancestor != null; ancestor = ancestor.getParent()) {
            boolean pnpms = mayBePnpm && Files.isRegularFile(ancestor.resolve(PNPM_WORKSPACE));
            if (pnpms || (PackageJson.isIn(ancestor) && workspaces(ancestor).include(ancestor.relativize(folder)))) {
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
}
