package io.github.feedauth.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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
        Process node = new ProcessBuilder(
                        "node", "src/test/oracle/npm-releases.mjs", "target/client-releases", "client-releases.json")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String lines = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (node.waitFor() != 0) {
            throw new IOException("The releases of pnpm and Yarn cannot be fetched");
        }
        return lines.lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> new ClientRelease(name, Path.of(line.substring(name.length() + 1))))
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
        List<String> command =
                new ArrayList<>(List.of("node", folder.resolve(program).toString()));
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
        process.waitFor();
        return output;
    }
}
