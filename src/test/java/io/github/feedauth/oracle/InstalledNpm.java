package io.github.feedauth.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The npm on this machine, asked how it sees a folder. */
public final class InstalledNpm {
    private InstalledNpm() {}

    /**
     * Runs npm in the folder and gives its standard output, trimmed.
     *
     * @param environment variables to set on top of PATH; nothing else is handed on
     */
    public static String run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("npm"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        String path = builder.environment().get("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("NO_UPDATE_NOTIFIER", "1");
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("npm " + String.join(" ", arguments) + " failed: " + output);
        }
        return output;
    }
}
