package io.github.feedauth.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonWriter;
import io.github.feedauth.client.Client;
import io.github.feedauth.client.FrontEndLocator;
import io.github.feedauth.client.NpmUserFile;
import io.github.feedauth.oracle.OracleScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Generated set-ups, each read by us and by the installed npm's own {@code @npmcli/config}: of every key the same level, value and file. */
@Timeout(120)
class NpmConfigOracleTest {
    private static final int SET_UPS = Integer.getInteger("feedauth.oracle.configurations", 300);
    private static final long SEED = Long.getLong("feedauth.oracle.seed", 20_261_124L);

    private static final List<String> KEYS = List.of(
            "registry",
            "@contoso:registry",
            "@a-b:registry",
            "//h.example/npm/:_authToken",
            "//h.example/npm/:username",
            "//h.example/npm/:_password",
            "//Up.example/N/:_password",
            "_authToken",
            "email",
            "always-auth");
    private static final List<String> VALUES = List.of(
            "https://h.example/npm/",
            "https://other.example/",
            "true",
            "false",
            "null",
            "undefined",
            " spaced ",
            "${SET}",
            "${UNSET}",
            "x${SET}y",
            "\\${SET}",
            "a;b",
            "\"quoted\"",
            "");

    private final Random random = new Random(SEED);

    @TempDir
    Path temp;

    @Test
    void npm_takes_every_setting_from_where_we_say() throws Exception {
        List<SetUp> setUps = new ArrayList<>();
        for (int i = 0; i < SET_UPS; i++) {
            setUps.add(new SetUp(temp.toRealPath().resolve("s" + i)));
        }
        JsonArray npms = askNpm(setUps);
        Map<String, Integer> levels = new TreeMap<>();
        for (int i = 0; i < SET_UPS; i++) {
            JsonObject npm = npms.getObject(i);
            NpmConfig ours = setUps.get(i).read();
            for (String key : KEYS) {
                JsonArray theirs = npm.getArray(key);
                Optional<Setting> taken = ours.taken(key);
                assertThat(taken.map(Setting::value))
                        .as("seed %d, set-up %d, value of %s", SEED, i, key)
                        .isEqualTo(Optional.ofNullable(theirs).map(found -> found.getString(1)));
                if (theirs != null) {
                    assertThat(level(taken.get()))
                            .as("set-up %d, level of %s", i, key)
                            .isEqualTo(theirs.getString(0));
                    if (taken.get().level().isFile()) {
                        assertThat(taken.get().place().name()).isEqualTo(theirs.getString(2));
                    }
                    levels.merge(theirs.getString(0), 1, Integer::sum);
                }
            }
        }
        assertThat(levels).containsOnlyKeys("builtin", "cli", "env", "global", "project", "user");
        assertThat(levels.values()).allMatch(count -> count >= SET_UPS / 30);
    }

    private static String level(Setting setting) {
        return switch (setting.level()) {
            case COMMAND_LINE -> "cli";
            case ENVIRONMENT -> "env";
            case PROJECT -> "project";
            case USER -> "user";
            case GLOBAL -> "global";
            case BUILT_IN -> "builtin";
            case ABOVE -> throw new AssertionError("not npm's");
        };
    }

    private JsonArray askNpm(List<SetUp> setUps) throws Exception {
        JsonArray questions = new JsonArray();
        setUps.forEach(setUp -> questions.add(setUp.question()));
        return JsonParser.array().from(new OracleScript(temp).ask("npm-config.mjs", JsonWriter.string(questions)));
    }

    /** A machine with a project: which files it has, where they are and what is in them is left to chance. */
    private final class SetUp {
        private final Path root;
        private final Path folder;
        private final Path program;
        private final Map<String, String> environment = new LinkedHashMap<>();
        private final Optional<String> flag;

        SetUp(Path base) throws IOException {
            root = Files.createDirectories(base.resolve("project"));
            Path home = Files.createDirectories(base.resolve("home"));
            program = base.resolve("node/bin/node");
            boolean member = random.nextInt(4) == 0;
            folder = member ? Files.createDirectories(root.resolve("packages/a")) : root;
            Files.writeString(root.resolve("package.json"), member ? "{\"workspaces\":[\"packages/*\"]}" : "{}");
            if (member) {
                Files.writeString(folder.resolve("package.json"), "{\"name\":\"a\"}");
                maybe(folder.resolve(".npmrc"), "");
            }
            environment.put("HOME", home.toString());
            environment.put("SET", "set");
            maybe(root.resolve(".npmrc"), moves("userconfig", base.resolve("moved-by-project")));
            maybe(home.resolve(".npmrc"), moves("prefix", base.resolve("prefix-of-user")));
            for (String file : List.of(
                    "moved-by-project",
                    "moved-by-env",
                    "global-by-env",
                    "prefix-of-user/etc/npmrc",
                    "prefix/etc/npmrc",
                    "node/etc/npmrc",
                    "node/lib/node_modules/npm/npmrc")) {
                maybe(base.resolve(file), "");
            }
            maybe("NPM_CONFIG_USERCONFIG", base.resolve("moved-by-env").toString());
            maybe("npm_config_globalconfig", base.resolve("global-by-env").toString());
            maybe("PREFIX", base.resolve("prefix").toString());
            for (String key : KEYS) {
                maybe((random.nextBoolean() ? "npm_config_" : "NPM_CONFIG_") + key, value());
            }
            flag = random.nextInt(5) == 0 ? Optional.of("https://flag.example/") : Optional.empty();
        }

        private void maybe(String variable, String value) {
            if (random.nextInt(6) == 0) {
                environment.put(variable, value);
            }
        }

        private void maybe(Path file, String first) throws IOException {
            if (random.nextInt(3) > 0) {
                StringBuilder text = new StringBuilder(first);
                for (int i = random.nextInt(8); i > 0; i--) {
                    text.append(KEYS.get(random.nextInt(KEYS.size())))
                            .append(random.nextInt(20) == 0 ? "[]" : "")
                            .append(random.nextInt(12) == 0 ? "" : "=" + value())
                            .append(random.nextInt(12) == 0 ? "\n[section]\n" : "\n");
                }
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
        }

        private String moves(String key, Path target) {
            return random.nextInt(4) == 0 ? key + "=" + target + "\n" : "";
        }

        private String value() {
            return VALUES.get(random.nextInt(VALUES.size()));
        }

        JsonObject question() {
            JsonObject question = new JsonObject();
            question.put("cwd", folder.toString());
            question.put("env", new JsonObject(environment));
            question.put(
                    "argv",
                    new JsonArray(flag.map(url -> List.of("--registry=" + url)).orElse(List.of())));
            question.put("execPath", program.toString());
            question.put(
                    "npmPath",
                    program.getParent().resolveSibling("lib/node_modules/npm").toString());
            question.put("keys", new JsonArray(KEYS));
            return question;
        }

        NpmConfig read() {
            NpmUserFile userFile = new NpmUserFile(environment, false, Path.of("/nobody"));
            List<Setting> flags = flag.stream()
                    .map(url -> new Setting(ConfigLevel.COMMAND_LINE, Place.named("flag"), "registry", url))
                    .toList();
            Path projectRoot = new FrontEndLocator()
                    .locate(folder, Optional.empty(), List.of())
                    .orElseThrow()
                    .root();
            return new NpmConfigReader(userFile, Optional.of(program))
                    .read(new CheckRequest(folder, projectRoot, true, Client.NPM, List.of(), flags, false));
        }
    }
}
