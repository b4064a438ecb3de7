package io.github.feedauth.check;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of the plugin that the stores {@code build} and {@code ephemeral} lend Yarn, which it lays over all others. */
final class LentYarnSettings {
    private static final String REGISTRIES = "npmRegistries";
    private static final String SCOPES = "npmScopes";

    private final Map<List<String>, Setting> settings = new LinkedHashMap<>();

    private LentYarnSettings() {}

    /** Each line of the plugin that is a list has the keys and the value of one setting. */
    static LentYarnSettings read(Path file) {
        LentYarnSettings lent = new LentYarnSettings();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size() && !lines.get(i).equals("];"); i++) {
                String line = lines.get(i).strip();
                if (line.startsWith("[") && line.endsWith("],")) {
                    JsonArray list = JsonParser.array().from(line.substring(0, line.length() - 1));
                    List<String> path = list.subList(0, list.size() - 1).stream()
                            .map(Object::toString)
                            .toList();
                    Place place = new Place(file.toString(), i + 1);
                    String value = list.get(list.size() - 1).toString();
                    lent.settings.put(path, new Setting(ConfigLevel.ENVIRONMENT, place, String.join(".", path), value));
                }
            }
            return lent;
        } catch (IOException | JsonParserException e) {
            throw new FeedAuthFailure(
                    "The plugin that Yarn is lent can't be read",
                    Printable.name(file.toString()),
                    "Run mvn feedauth:configure in the same build");
        }
    }

    /**
     * Whether no other source has a say: of a registry nothing else counts, of a scope no other credential.
     *
     * @param path a setting's keys
     */
    boolean decides(List<String> path) {
        boolean map = path.size() > 1 && has(path.subList(0, 2));
        boolean auth = path.get(path.size() - 1).startsWith("npmAuth");
        return settings.containsKey(path)
                || (map && path.get(0).equals(REGISTRIES))
                || (map && path.get(0).equals(SCOPES) && auth);
    }

    Optional<Setting> value(List<String> path) {
        return Optional.ofNullable(settings.get(path));
    }

    boolean has(List<String> path) {
        return settings.keySet().stream()
                .anyMatch(known -> known.size() >= path.size()
                        && known.subList(0, path.size()).equals(path));
    }
}
