package io.github.feedauth.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A release of another package manager that reads {@code .npmrc}, and is run itself: the last pnpm that reads a member's, and Yarn 1.
 * They are unpacked below {@code target}, from what {@code src/test/oracle/client-releases.json} names.
 *
 * @param name {@code pnpm} or {@code yarn}
 * @param folder where its {@code package.json} is
 */
public record ClientRelease(String name, Path folder) {

    /** That of a name; fetched where it is not there yet. */
    public static ClientRelease of(String name) throws IOException, InterruptedException {
        return Releases.all(ClientRelease::new, "target/client-releases", "client-releases.json").stream()
                .filter(release -> release.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Runs it, and gives all its output.
     *
     * @param environment variables to set on top of PATH; nothing else is handed on
     */
    public String run(Path where, Map<String, String> environment, List<String> words)
            throws IOException, InterruptedException {
        String program = name.equals("pnpm") ? "bin/pnpm.cjs" : "bin/yarn.js";
        return Releases.run(folder.resolve(program), words, where, environment).output();
    }
}
