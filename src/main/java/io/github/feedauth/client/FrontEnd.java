package io.github.feedauth.client;

import java.nio.file.Path;
import java.util.List;

/**
 * A front end: a folder with a {@code package.json} in which a package manager is run.
 *
 * @param folder the folder in which the package manager is run, absolute and normalised
 * @param root the folder whose configuration the package manager reads as the project's: the workspace root for a member of a
 *     workspace, otherwise the folder itself
 * @param client the package manager
 * @param doubts sentences about places that speak of another package manager
 */
public record FrontEnd(Path folder, Path root, Client client, List<String> doubts) {
    public FrontEnd {
        doubts = List.copyOf(doubts);
    }

    /** One whose client nothing contradicts. */
    public FrontEnd(Path folder, Path root, Client client) {
        this(folder, root, client, List.of());
    }

    /** The project-level configuration file. */
    public Path projectFile() {
        return root.resolve(isBerry() ? ".yarnrc.yml" : ".npmrc");
    }

    /**
     * The folder that a link of the project-level file must not lead out of.
     *
     * @param workspace the whole checkout; a front end that lies elsewhere is on its own
     */
    public Path linkBoundary(Path workspace) {
        return root.startsWith(workspace) ? workspace : root;
    }

    /** Whether its client is Yarn 1, which needs {@code always-auth}. */
    public boolean isYarnClassic() {
        return client.manager() == PackageManager.YARN_CLASSIC;
    }

    /** Whether one of them is run with Yarn 1. */
    public static boolean anyYarnClassic(List<FrontEnd> frontEnds) {
        for (FrontEnd frontEnd : frontEnds) {
            if (frontEnd.isYarnClassic()) {
                return true;
            }
        }
        return false;
    }

    /** Whether its client reads {@code .yarnrc.yml}, and no {@code .npmrc}. */
    public boolean isBerry() {
        return client.manager() == PackageManager.YARN_BERRY;
    }
}
