package io.github.feedauth.client;

import java.nio.file.Path;

/**
 * A front end: a folder with a {@code package.json} in which a package manager is run.
 *
 * @param folder the folder in which the package manager is run, absolute and normalised
 * @param root the folder whose {@code .npmrc} the package manager reads as the project's: the workspace root for a member of a
 *     workspace, otherwise the folder itself
 * @param yarnClassic whether the client is known to be Yarn 1, which needs {@code always-auth}
 */
public record FrontEnd(Path folder, Path root, boolean yarnClassic) {

    /** The project-level configuration file. */
    public Path projectFile() {
        return root.resolve(".npmrc");
    }
}
