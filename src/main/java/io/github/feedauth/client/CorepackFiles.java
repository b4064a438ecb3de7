package io.github.feedauth.client;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a project's files tell Corepack, found by its own walk: from the folder that it runs in upwards, until a {@code package.json}
 * pins a package manager; on the way, the nearest file of variables.
 *
 * @param variablesFile the file of variables; empty for none
 * @param variables Corepack's variables in it, which those of the environment come before
 * @param pinnedIn the {@code package.json} that pins the package manager; empty for none
 * @param pinned the package manager as it stands there; empty for none
 * @param unread what could not be read on the way, though Corepack may read it; empty for nothing
 */
record CorepackFiles(
        Optional<Path> variablesFile,
        Map<String, String> variables,
        Optional<Path> pinnedIn,
        Optional<String> pinned,
        Optional<Path> unread) {
    private static final String ENV_FILE = "COREPACK_ENV_FILE";
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "^[ \\t]*(?:export[ \\t]+)?(COREPACK_\\w+)[ \\t]*=[ \\t]*[\"'`]?([^\"'`#\\r\\n]*)", Pattern.MULTILINE);

    /**
     * Looks for them.
     *
     * @param folder where Corepack runs
     * @param environment the variables that it gets
     */
    static CorepackFiles of(Path folder, Map<String, String> environment) {
        String name = environment.getOrDefault(ENV_FILE, ".corepack.env");
        Optional<Path> variablesFile = Optional.empty();
        Path one = folder;
        try {
            // As Node gives the folder that it runs in, whatever link led there.
            for (one = folder.toRealPath(); one != null; one = one.getParent()) {
                Path candidate = one.resolve(name);
                if (variablesFile.isEmpty() && !name.equals("0") && Files.isRegularFile(candidate)) {
                    variablesFile = Optional.of(candidate);
                }
                Path manifest = one.resolve(PackageJson.NAME);
                Optional<String> pinned = pinned(manifest);
                if (pinned.isPresent()) {
                    return new CorepackFiles(
                            variablesFile, variables(variablesFile), Optional.of(manifest), pinned, Optional.empty());
                }
            }
            return new CorepackFiles(
                    variablesFile, variables(variablesFile), Optional.empty(), Optional.empty(), Optional.empty());
        } catch (IOException | JsonParserException e) {
            return new CorepackFiles(Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.of(one));
        }
    }

    private static Optional<String> pinned(Path manifest) throws IOException, JsonParserException {
        String text = Files.isRegularFile(manifest) ? text(manifest) : "{}";
        JsonObject json = JsonParser.object().from(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return Optional.ofNullable(json.getString("packageManager")).filter(pin -> !pin.isEmpty());
    }

    private static Map<String, String> variables(Optional<Path> file) throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        if (file.isPresent()) {
            Matcher assignment = ASSIGNMENT.matcher(text(file.get()));
            while (assignment.find()) {
                variables.put(assignment.group(1), assignment.group(2).strip());
            }
        }
        return variables;
    }

    /** As Node reads UTF-8: bytes that are none are replaced, and nothing fails. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
