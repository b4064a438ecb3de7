package io.github.feedauth.npmrc;

import io.github.feedauth.oracle.NpmRelease;
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
     * Starts the script for the modules of one release.
     *
     * @param newest the release whose reading is ours
     * @param folder for the script's output
     */
    static NpmOracle start(NpmRelease npm, NpmRelease newest, Path folder) throws IOException {
        Path output = folder.resolve("oracle-output-" + npm.major());
        Process node = new ProcessBuilder(
                        "node",
                        Path.of("src/test/oracle/npmrc-oracle.cjs").toString(),
                        npm.folder().toString(),
                        newest.folder().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new NpmOracle(node, output);
    }

    void ask(String json) throws IOException {
        try {
            cases.write(json);
            cases.write('\n');
        } catch (IOException ended) {
            throw new IOException("The oracle ended: " + Files.readString(output), ended);
        }
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
