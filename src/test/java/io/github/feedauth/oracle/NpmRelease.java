package io.github.feedauth.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        Process node = new ProcessBuilder("node", "src/test/oracle/npm-releases.mjs", "target/npm-releases")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String lines = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (node.waitFor() != 0) {
            throw new IOException("The releases of npm cannot be fetched");
        }
        return lines.lines().map(NpmRelease::ofLine).toList();
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
        List<String> command = new ArrayList<>(List.of(
                "node", folder.resolve("bin/npm-cli.js").toAbsolutePath().toString()));
        command.addAll(words);
        command.addAll(List.of(
                "--cache",
                cache.toString(),
                "--globalconfig",
                cache.resolve("none").toString()));
        command.addAll(List.of("--no-update-notifier", "--no-audit", "--no-fund", "--fetch-retries=0"));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        String path = builder.environment().get("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "exit " + process.waitFor();
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
