package io.github.feedauth.oracle;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The embedded feed of {@code src/test/feed}, in the folder that the integration tests use after the unit tests. */
public final class LocalFeed {
    private static final Path WORK = Path.of("target", "feed");

    private final int port;

    private LocalFeed(int port) {
        this.port = port;
    }

    /**
     * Starts it; one that runs there already ends.
     *
     * @param pat the one that its feeds take as {@code main}
     */
    public static LocalFeed start(String pat) throws IOException, InterruptedException, JsonParserException {
        feed(
                pat,
                "start",
                "--port",
                "0",
                "--watch-pid",
                String.valueOf(ProcessHandle.current().pid()));
        return new LocalFeed(JsonParser.object()
                .from(Files.readString(WORK.resolve("state.json")))
                .getInt("port"));
    }

    private static void feed(String pat, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", "src/test/feed/feed.mjs"));
        command.addAll(List.of(words));
        command.addAll(List.of("--work", WORK.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("FEED_PAT_MAIN", pat);
        Process node = builder.start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (node.waitFor() != 0) {
            throw new IOException("The feed: " + output);
        }
    }

    /** The URL of a path, as {@code feeds.json} has it. */
    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Ends it. */
    public void stop() throws IOException, InterruptedException {
        feed("none", "stop");
    }
}
