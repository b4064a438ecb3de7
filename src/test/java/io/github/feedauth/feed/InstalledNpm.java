package io.github.feedauth.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The npm of this machine as an oracle: runs a script of {@code src/test/oracle}, which asks npm's own modules. */
record InstalledNpm(Path scratch) {

    /** The script's output for an input; both go through files, so their size does not matter. */
    String ask(String script, String input) throws IOException, InterruptedException {
        Path in = Files.writeString(scratch.resolve(script + ".in"), input);
        Path out = scratch.resolve(script + ".out");
        Path err = scratch.resolve(script + ".err");
        Process node = new ProcessBuilder(
                        "node", Path.of("src", "test", "oracle", script).toString())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(node.waitFor()).as(() -> errors(err)).isZero();
        return Files.readString(out);
    }

    private static String errors(Path err) {
        try {
            return Files.readString(err);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
