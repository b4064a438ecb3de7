package io.github.feedauth.check;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.yarnrc.Unsafe;
import io.github.feedauth.yarnrc.YarnrcDocument;
import io.github.feedauth.yarnrc.YarnrcValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where Yarn 2 and newer takes its settings from in one folder, and which comes first: what the stores {@code build} and
 * {@code ephemeral} lend it, {@code YARN_} variables, the {@code .yarnrc.yml} of the folder and of those above it, that of the home
 * folder. Source: Yarn's {@code Configuration}.
 */
final class YarnSources {
    private static final String FILE = ".yarnrc.yml";
    private static final String PREFIX = "yarn_";

    private final Map<String, String> environment;
    private final Path home;
    private final YarnDialect dialect;
    private final YarnVariables expansion;
    private final Optional<LentYarnSettings> lent;
    private final Map<String, String> variables = new TreeMap<>();
    private final Map<Path, YarnrcDocument> files = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** As {@link YarnConfig}. */
    YarnSources(Map<String, String> environment, Path home, Path folder, YarnDialect dialect, Optional<Path> lent) {
        this.environment = environment;
        this.home = home;
        this.dialect = dialect;
        this.expansion = new YarnVariables(environment, dialect);
        this.lent = lent.map(LentYarnSettings::read);
        for (String name : environment.keySet()) {
            if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
                variables.put(camelCase(name.substring(PREFIX.length())), name);
            }
        }
        String moved = variables.get("rcFilename");
        String name = moved == null ? FILE : environment.get(moved);
        for (Path one = folder; one != null; one = one.getParent()) {
            read(one, name);
        }
        read(home, dialect.mergesFiles() ? FILE : name);
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("_+", -1)) {
            camel.append(
                    camel.isEmpty() || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    /** An absolute name is one below the topmost folder, as Yarn joins the two. */
    private void read(Path folder, String name) {
        Path file = Path.of(folder + "/" + name).normalize();
        if (Files.isRegularFile(file) && !files.containsKey(file)) {
            String shown = Printable.name(file.toString());
            try {
                byte[] content = Files.readAllBytes(file);
                files.put(file, YarnrcDocument.asYarnReads(content, shown));
                EncodingFindings.malformed("Yarn", file.toString(), content).ifPresent(findings::add);
            } catch (IOException e) {
                throw new FeedAuthFailure("The file can't be read", shown, "Make it readable for this user", e);
            }
        }
    }

    /** What is wrong with the files, whatever is looked up in them. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * A setting as Yarn takes it, with its variables expanded.
     *
     * @param path its keys, the outermost first
     * @throws YarnTrouble where it can't be told
     */
    Optional<Setting> setting(List<String> path) {
        if (lent.filter(settings -> settings.decides(path)).isPresent()) {
            return lent.get().value(path);
        }
        String variable = path.size() == 1 ? variables.get(path.get(0)) : null;
        if (variable != null) {
            Place place = Place.named("environment variable " + variable);
            return Optional.of(expanded(ConfigLevel.ENVIRONMENT, place, path, environment.get(variable)));
        }
        for (Path file : files.keySet()) {
            Optional<Setting> found = in(file, path);
            boolean hides = path.size() > 1 && !dialect.mergesFiles() && has(file, path.subList(0, path.size() - 1));
            if (found.isPresent() || hides) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * Whether there is a setting, or a map of settings, even if it is an empty one.
     *
     * @throws YarnTrouble where it can't be told
     */
    boolean has(List<String> path) {
        return lent.filter(settings -> settings.has(path)).isPresent()
                || files.keySet().stream().anyMatch(file -> has(file, path));
    }

    /** The files in which a credential stands as it is. */
    List<Path> holdingCredentials() {
        return files.keySet().stream()
                .filter(file -> files.get(file).holdsCredential())
                .toList();
    }

    private Optional<Setting> in(Path file, List<String> path) {
        try {
            Optional<YarnrcValue> value = files.get(file).value(path);
            ConfigLevel level = home.equals(file.getParent()) ? ConfigLevel.USER : ConfigLevel.PROJECT;
            return value.map(found -> expanded(level, new Place(file.toString(), found.line()), path, found.text()));
        } catch (Unsafe e) {
            throw unread(file, e);
        }
    }

    private boolean has(Path file, List<String> path) {
        try {
            return files.get(file).has(path);
        } catch (Unsafe e) {
            throw unread(file, e);
        }
    }

    private static YarnTrouble unread(Path file, Unsafe e) {
        return new YarnTrouble(
                Code.UNREAD_YARN_FILE,
                new Place(file.toString(), e.line()),
                "Yarn's file can't be read: line " + e.line() + " " + e.what(),
                "Write that part as a map in block style, one key a line");
    }

    private Setting expanded(ConfigLevel level, Place place, List<String> path, String value) {
        String name = String.join(".", path);
        try {
            return new Setting(level, place, name, expansion.expand(value));
        } catch (YarnVariables.Unusable e) {
            throw new YarnTrouble(
                    Code.YARN_VARIABLE,
                    place,
                    "The value of " + name + " " + e.getMessage() + ": Yarn fails, whatever it is asked",
                    e.cure());
        }
    }
}
