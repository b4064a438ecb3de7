package io.github.feedauth.client;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What this plugin reads of a {@code package.json}.
 *
 * @param pins the clients that the fields {@code packageManager} and {@code devEngines.packageManager} name, in that order
 * @param workspaces the glob patterns of the workspace members; empty where the folder is no workspace root
 */
record PackageJson(List<Clue> pins, List<String> workspaces) {
    static final String NAME = "package.json";

    private static final PackageJson NOTHING_OF_INTEREST = new PackageJson(List.of(), List.of());

    /** Whether the folder has one. */
    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(NAME));
    }

    /**
     * Reads the one in the folder, if there is one: the root of a pnpm workspace can do without. A file that names none of
     * the fields is not parsed: most don't, and the parser costs more than the look.
     *
     * @throws FeedAuthFailure where it can't be read or is not JSON
     */
    static PackageJson read(Path folder) {
        Path file = folder.resolve(NAME);
        String text = content(file);
        if (!text.contains("\"packageManager\"") && !text.contains("\"workspaces\"")) {
            return NOTHING_OF_INTEREST;
        }
        try {
            JsonObject json = JsonParser.object().from(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return new PackageJson(pins(json, Printable.name(file.toString())), workspaces(json));
        } catch (JsonParserException e) {
            throw new FeedAuthFailure(
                    "The file is not valid JSON, line " + e.getLinePosition() + ", column " + e.getCharPosition(),
                    Printable.name(file.toString()),
                    "Mend it: npm could not read it either");
        }
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException e) {
            throw new FeedAuthFailure(
                    "The file can't be read", Printable.name(file.toString()), "Make it readable for this user", e);
        }
    }

    private static List<Clue> pins(JsonObject json, String file) {
        List<Clue> pins = new ArrayList<>();
        String pinned = json.getString("packageManager");
        if (pinned != null) {
            Clue.of(pinned, "packageManager in " + file).ifPresent(pins::add);
        }
        Object engine = json.has("devEngines") && json.get("devEngines") instanceof JsonObject engines
                ? engines.get("packageManager")
                : null;
        // npm takes one or several; several are alternatives, which settle nothing.
        if (engine instanceof JsonArray alternatives && alternatives.size() == 1) {
            engine = alternatives.get(0);
        }
        if (engine instanceof JsonObject one && one.getString("name") != null) {
            String version = one.getString("version", "");
            Clue.of(one.getString("name") + "@" + version, "devEngines.packageManager in " + file)
                    .ifPresent(pins::add);
        }
        return List.copyOf(pins);
    }

    /** npm, Yarn and Bun take an array; Yarn also an object with the array as {@code packages}. */
    private static List<String> workspaces(JsonObject json) {
        Object field = json.get("workspaces");
        Object patterns = field instanceof JsonObject object ? object.get("packages") : field;
        if (!(patterns instanceof JsonArray array)) {
            return List.of();
        }
        return array.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }
}
