package io.github.feedauth.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A release of Yarn that is asked itself: the last 3, the last 4 before variables were nested, and the newest. They are unpacked below
 * {@code target}, from what {@code src/test/oracle/yarn-releases.json} names.
 *
 * @param version its version, as far as it matters
 * @param folder where its {@code package.json} is
 */
public record YarnRelease(String version, Path folder) {

    /** All of them, the oldest first; fetched where they are not there yet. */
    public static List<YarnRelease> all() throws IOException, InterruptedException {
        return Releases.all(YarnRelease::new, "target/yarn-releases", "yarn-releases.json");
    }

    /**
     * What it answers to cases, as JSON: see {@code src/test/oracle/yarn-config.cjs}.
     *
     * @param scratch an empty folder
     */
    public String ask(String cases, Path scratch) throws IOException, InterruptedException {
        Files.writeString(scratch.resolve("package.json"), "{}");
        Path in = Files.writeString(scratch.resolve("cases.json"), cases);
        Path out = scratch.resolve("answers.json");
        File said = scratch.resolve("said.txt").toFile();
        ProcessBuilder yarn = new ProcessBuilder(
                        "node",
                        folder.resolve("bin/yarn.js").toString(),
                        "feedauth-oracle",
                        in.toString(),
                        out.toString())
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said);
        String path = yarn.environment().get("PATH");
        yarn.environment().clear();
        yarn.environment().put("PATH", path);
        yarn.environment().put("HOME", scratch.toString());
        yarn.environment()
                .put(
                        "YARN_PLUGINS",
                        Path.of("src/test/oracle/yarn-config.cjs")
                                .toAbsolutePath()
                                .toString());
        assertThat(yarn.start().waitFor()).as(() -> version + ": " + said).isZero();
        return Files.readString(out);
    }

    @Override
    public String toString() {
        return "Yarn " + version;
    }
}
