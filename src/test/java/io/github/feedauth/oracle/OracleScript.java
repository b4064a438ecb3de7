package io.github.feedauth.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * npm's own modules as an oracle: a script of {@code src/test/oracle}, run by this machine's Node.
 *
 * @param scratch for the script's input and output
 */
public record OracleScript(Path scratch) {

    /** The script's output for an input; both go through files, so their size does not matter. */
    public String ask(String script, String input, Object... arguments) throws IOException, InterruptedException {
        Path in = Files.writeString(scratch.resolve(script + ".in"), input);
        Path out = scratch.resolve(script + ".out");
        Path err = scratch.resolve(script + ".err");
        List<String> command = new ArrayList<>(
                List.of("node", Path.of("src", "test", "oracle", script).toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        Process node = new ProcessBuilder(command)
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
