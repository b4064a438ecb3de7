package io.github.feedauth.configure;

import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.feed.Feeds;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one module asks for.
 *
 * @param feeds the feeds to configure
 * @param frontEnds the front ends to configure them for
 * @param module the module's folder: relative paths start there
 * @param workspace the folder that a link of a project file must not lead out of
 * @param store where the credentials go
 * @param buildFile the file of the store {@code build}
 * @param legacyKeys whether to write keys that only old clients need
 * @param dryRun whether only to tell what would change
 */
public record ConfigureRequest(
        Feeds feeds,
        List<FrontEnd> frontEnds,
        Path module,
        Path workspace,
        CredentialStore store,
        Path buildFile,
        LegacyKeys legacyKeys,
        boolean dryRun) {

    /** Whether a front end's client is Yarn 2 or newer. */
    boolean needsYarn() {
        for (FrontEnd frontEnd : frontEnds) {
            if (frontEnd.isBerry()) {
                return true;
            }
        }
        return false;
    }

    /** The first front end whose client reads {@code .npmrc}. */
    Optional<FrontEnd> firstOfNpm() {
        for (FrontEnd frontEnd : frontEnds) {
            if (!frontEnd.isBerry()) {
                return Optional.of(frontEnd);
            }
        }
        return Optional.empty();
    }
}
