package io.github.feedauth.npmrc;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** npm's own modules, run by node: a script of {@code src/test/oracle} that reads cases and tells where it disagrees. */
final class NpmOracle implements AutoCloseable {
    private final Process node;
    private final Path output;
    private final BufferedWriter cases;

    private NpmOracle(Process node, Path output) {
        this.node = node;
        this.output = output;
        this.cases = node.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts the script, to compare with the installed npm, or with the one in the folder that the property
     * {@code feedauth.oracle.npm} names.
     *
     * @param folder for the script's output
     */
    static NpmOracle start(Path folder) throws IOException, InterruptedException {
        Path npm = npm();
        Path ini = npm.resolve("node_modules/ini");
        Path envReplace = npm.resolve("node_modules/@npmcli/config/lib/env-replace.js");
        boolean readsAsToday =
                Files.exists(envReplace) && Files.readString(envReplace).contains("modifier");
        Path output = folder.resolve("oracle-output");
        Process node = new ProcessBuilder(
                        "node",
                        Path.of("src/test/oracle/npmrc-oracle.cjs")
                                .toAbsolutePath()
                                .toString(),
                        ini.toString(),
                        Files.exists(envReplace) ? envReplace.toString() : "-",
                        readsAsToday ? "all" : "edits")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new NpmOracle(node, output);
    }

    private static Path npm() throws IOException, InterruptedException {
        String given = System.getProperty("feedauth.oracle.npm");
        if (given != null) {
            return Path.of(given);
        }
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Process npm = new ProcessBuilder(windows ? "npm.cmd" : "npm", "root", "-g").start();
        String root = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (npm.waitFor() != 0) {
            throw new IllegalStateException("npm root -g fails");
        }
        return Path.of(root.trim(), "npm");
    }

    void ask(String json) throws IOException {
        cases.write(json);
        cases.write('\n');
    }

    /** The mismatches, a line each, and the summary. */
    String answer() throws IOException, InterruptedException {
        cases.close();
        node.waitFor();
        return Files.readString(output);
    }

    @Override
    public void close() {
        node.destroy();
    }
}
