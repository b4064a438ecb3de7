package io.github.feedauth.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A release of npm whose own modules are asked: the last ones of 6, 8, 11 and 12, and the 10 that comes with Node 20. They are
 * unpacked below {@code target}, from what {@code src/test/oracle/npm-releases.json} names.
 *
 * @param major its major version
 * @param folder where its {@code package.json} is
 */
public record NpmRelease(int major, Path folder) {

    /** All of them, the oldest first; fetched where they are not there yet. */
    public static List<NpmRelease> all() throws IOException, InterruptedException {
        return Releases.all(
                (version, folder) -> new NpmRelease(Integer.parseInt(version), folder), "target/npm-releases");
    }

    /** All of them by major version. */
    public static Map<Integer, NpmRelease> byMajor() throws IOException, InterruptedException {
        return all().stream().collect(Collectors.toMap(NpmRelease::major, npm -> npm));
    }

    /**
     * Runs it, with no file of this machine but those that are named, and gives all its output, and in a last line {@code exit} with
     * the exit status.
     *
     * @param environment variables to set on top of PATH; nothing else is handed on
     * @param cache its own
     */
    public String run(Path where, Map<String, String> environment, Path cache, List<String> words)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(
                "--cache",
                cache.toString(),
                "--globalconfig",
                cache.resolve("none").toString()));
        all.addAll(List.of("--no-update-notifier", "--no-audit", "--no-fund", "--fetch-retries=0"));
        Releases.Said said = Releases.run(folder.resolve("bin/npm-cli.js").toAbsolutePath(), all, where, environment);
        return said.output() + "exit " + said.exit();
    }

    /** The path of one of its modules. */
    public Path module(String name) {
        return folder.resolve("node_modules").resolve(name);
    }

    @Override
    public String toString() {
        return "npm " + major;
    }
}
