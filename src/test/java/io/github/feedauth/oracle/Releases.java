package io.github.feedauth.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Releases of package managers, fetched by {@code src/test/oracle/npm-releases.mjs}, and how one is run. */
final class Releases {
    private Releases() {}

    /** What a run wrote to both of its outputs, and its exit status. */
    record Said(String output, int exit) {}

    /**
     * All releases of a list in its order; fetched where they are not there yet.
     *
     * @param arguments of the script: the folder below {@code target}, and the list, unless that is npm's
     * @param release makes one of its name and the folder where its {@code package.json} is
     */
    static <R> List<R> all(BiFunction<String, Path, R> release, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", "src/test/oracle/npm-releases.mjs"));
        command.addAll(List.of(arguments));
        Process node = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String lines = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (node.waitFor() != 0) {
            throw new IOException("The releases of " + String.join(", ", arguments) + " cannot be fetched");
        }
        return lines.lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> release.apply(parts[0], Path.of(parts[1])))
                .toList();
    }

    /**
     * Runs a program of Node.
     *
     * @param environment variables to set on top of PATH; nothing else is handed on
     */
    static Said run(Path program, List<String> words, Path where, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", program.toString()));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        String path = builder.environment().get("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(output, process.waitFor());
    }
}
