package io.github.feedauth.publish;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.feedauth.check.ConfigLevel;
import io.github.feedauth.check.Place;
import io.github.feedauth.check.Setting;
import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.client.FrontEndLocator;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a {@code package.json} says of publishing.
 *
 * @param file absolute
 * @param name empty where there is none
 * @param version as npm writes it, without a leading {@code v} or {@code =}; empty where there is none
 * @param isPrivate whether npm refuses to publish it
 * @param workspace whether it is a workspace's root
 * @param publishConfig the settings that npm takes for publishing before those of its files
 */
record Manifest(
        Path file,
        String name,
        String version,
        boolean isPrivate,
        boolean workspace,
        Map<String, String> publishConfig) {
    private static final String PART = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";

    /** Semantic versioning 2.0.0, the whole grammar. */
    private static final Pattern VERSION = Pattern.compile("(?:0|[1-9]\\d*)(?:\\.(?:0|[1-9]\\d*)){2}(?:-" + PART
            + "(?:\\." + PART + ")*)?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");

    private static final Pattern NAME = Pattern.compile("(?:@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*");

    /**
     * Reads one.
     *
     * @throws FeedAuthFailure where it can't be read or is not JSON
     */
    static Manifest read(Path folder) {
        Path file = folder.resolve("package.json");
        try {
            String text = Files.readString(file);
            JsonObject json = JsonParser.object().from(text.startsWith("\uFEFF") ? text.substring(1) : text);
            Map<String, String> publishConfig = new TreeMap<>();
            JsonObject configured = json.getObject("publishConfig", new JsonObject());
            configured.keySet().forEach(key -> publishConfig.put(key, configured.getString(key, "")));
            return new Manifest(
                    file,
                    json.getString("name", ""),
                    json.getString("version", "").strip().replaceFirst("^[=v]+\\s*v?", ""),
                    isSaid(json.get("private")),
                    json.has("workspaces"),
                    publishConfig);
        } catch (IOException | JsonParserException e) {
            throw new FeedAuthFailure(
                    "The file can't be read as JSON",
                    Printable.name(file.toString()),
                    "Mend it: npm could not read it either");
        }
    }

    /** As JavaScript, and so npm, takes a value for true. */
    private static boolean isSaid(Object value) {
        return value != null
                && !value.equals(false)
                && !value.equals("")
                && !(value instanceof Number number && number.doubleValue() == 0);
    }

    /** What npm would refuse of name and version; empty where they are fit. */
    Optional<String> unfit() {
        if (!NAME.matcher(name).matches() || name.length() > 214) {
            return Optional.of(name.isEmpty() ? "There is no name" : "The name is not one that npm publishes");
        }
        return VERSION.matcher(version).matches()
                ? Optional.empty()
                : Optional.of(
                        version.isEmpty() ? "There is no version" : "The version is not a semantic one, such as 1.2.3");
    }

    /** The scope with its {@code @}; empty where the name has none. */
    Optional<String> scope() {
        return name.startsWith("@") ? Optional.of(name.substring(0, name.indexOf('/'))) : Optional.empty();
    }

    /** Where it stands. */
    Place place() {
        return Place.of(file);
    }

    /** The setting that it has for publishing, by npm's key. */
    Optional<Setting> configured(String key) {
        return Optional.ofNullable(publishConfig.get(key))
                .filter(value -> !value.isEmpty())
                .map(value -> new Setting(ConfigLevel.PROJECT, place(), "publishConfig." + key, value));
    }

    /** The members of the workspace of which this is the root, in the order of their folders. */
    List<Path> members() throws IOException {
        Path root = file.getParent();
        List<Path> members = new ArrayList<>();
        FrontEndLocator locator = new FrontEndLocator();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name =
                        folder.getFileName() == null ? "" : folder.getFileName().toString();
                if (name.equals("node_modules") || name.startsWith(".") || name.equals("target")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Optional<FrontEnd> frontEnd =
                        folder.equals(root) ? Optional.empty() : locator.locate(folder, Optional.empty(), List.of());
                frontEnd.filter(found -> found.root().equals(root)).ifPresent(found -> members.add(folder));
                return FileVisitResult.CONTINUE;
            }
        });
        members.sort(null);
        return members;
    }
}
