package io.github.feedauth.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

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
        Process node = new ProcessBuilder("node", "src/test/oracle/npm-releases.mjs", "target/npm-releases")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String lines = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (node.waitFor() != 0) {
            throw new IOException("The releases of npm cannot be fetched");
        }
        return lines.lines().map(NpmRelease::ofLine).toList();
    }

    private static NpmRelease ofLine(String line) {
        int space = line.indexOf(' ');
        return new NpmRelease(Integer.parseInt(line.substring(0, space)), Path.of(line.substring(space + 1)));
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
