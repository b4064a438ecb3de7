package io.github.feedauth.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonWriter;
import io.github.feedauth.check.SentCredential;
import io.github.feedauth.check.Setting;
import io.github.feedauth.check.YarnConfig;
import io.github.feedauth.check.YarnDialect;
import io.github.feedauth.check.YarnTrouble;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.oracle.YarnRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we say of Yarn's configuration is compared with what Yarn itself asks and sends, for files and variables made at random. */
class YarnConfigOracleTest {
    private static final int CASES = Integer.getInteger("feedauth.oracle.yarn", 1500);
    private static final long SEED = Long.getLong("feedauth.oracle.seed", 7);
    private static final String[] URLS = {"https://a.example/npm/", "https://a.example/npm", "https://b.example/x/"};

    /** Names that a value may refer to, and what they are set to in some of the cases. */
    private static final String[] NAMES = {"SET", "EMPTY", "UNSET", "_LOW", "A1"};

    private static final String PUBLIC = "https://registry.yarnpkg.com";

    @TempDir
    Path temp;

    private final Random random = new Random(SEED);

    /** Whether a case's files have a slash at the end of a registry's key. Yarn 4 lets one spelling hide the other, file by file. */
    private boolean slash;

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private boolean odds(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Pieces of which every syntax of variables can come to be, right and wrong. */
    private String expression(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3) + 1; i > 0; i--) {
            String name = one(NAMES);
            String inner = depth > 2 ? "d" : expression(depth + 1);
            text.append(
                    switch (random.nextInt(14)) {
                        case 0, 1, 2 -> "t" + random.nextInt(9);
                        case 3, 4 -> "${" + name + "}";
                        case 5, 6 -> "${" + name + "-" + inner + "}";
                        case 7, 8 -> "${" + name + ":-" + inner + "}";
                        case 9 -> "${" + name + "-}";
                        case 10 ->
                            one("}", "$", "{", "\\}", "\\$", "\\\\", "${", "${}", "${1}", "${-x}", "${" + name + ":}");
                        case 11 -> "\\${" + name + "}";
                        case 12 -> "$" + name;
                        default -> ":";
                    });
        }
        return text.toString();
    }

    private String credentialValue() {
        return odds(50) ? one("any:old", "dXNlcjpwYXQ=", "''", "plain") : quoted(expression(0));
    }

    private static String quoted(String value) {
        return "'" + value + "'";
    }

    private String registryValue() {
        return odds(70)
                ? one(URLS)
                : quoted("https://"
                        + one(
                                "a.example/${EMPTY-npm}/",
                                "a.example/${UNSET-npm}",
                                "b.example/${EMPTY:-x}",
                                "${SET}.example/"));
    }

    private String credentials(String indent) {
        StringBuilder text = new StringBuilder();
        if (odds(40)) {
            text.append(indent)
                    .append("npmAlwaysAuth: ")
                    .append(one("true", "false"))
                    .append('\n');
        }
        if (odds(60)) {
            text.append(indent)
                    .append("npmAuthIdent: ")
                    .append(credentialValue())
                    .append('\n');
        }
        if (odds(25)) {
            text.append(indent)
                    .append("npmAuthToken: ")
                    .append(credentialValue())
                    .append('\n');
        }
        return text.toString();
    }

    private String file() {
        StringBuilder text = new StringBuilder();
        if (odds(60)) {
            text.append("npmRegistryServer: ").append(registryValue()).append('\n');
        }
        if (odds(20)) {
            text.append("npmPublishRegistry: ").append(registryValue()).append('\n');
        }
        if (odds(20)) {
            text.append(credentials(""));
        }
        if (odds(40)) {
            text.append("npmScopes:\n  shop:\n");
            int before = text.length();
            text.append(odds(50) ? "    npmRegistryServer: " + registryValue() + "\n" : "");
            text.append(odds(30) ? "    npmPublishRegistry: " + registryValue() + "\n" : "");
            text.append(odds(40) ? credentials("    ") : "");
            if (text.length() == before) {
                text.append("    npmAlwaysAuth: true\n");
            }
        }
        if (odds(60)) {
            text.append("npmRegistries:\n");
            String url = one("https:", "https:", "https:", "")
                    + one(slash ? URLS[0] : URLS[1], URLS[2]).substring("https:".length());
            text.append("  \"").append(url).append("\":\n");
            int before = text.length();
            text.append(credentials("    "));
            if (text.length() == before) {
                text.append("    npmAlwaysAuth: false\n");
            }
        }
        return text.toString();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SET", "set");
        environment.put("EMPTY", "");
        if (odds(50)) {
            environment.put("_LOW", "low");
            environment.put("A1", "one:1");
        }
        if (odds(10)) {
            environment.put("YARN_NPM_AUTH_TOKEN", one("envtoken", ""));
        }
        if (odds(10)) {
            environment.put("YARN_NPM_AUTH_IDENT", one("env:ident", "${SET}:x", ""));
        }
        if (odds(10)) {
            environment.put(one("YARN_NPM_REGISTRY_SERVER", "yarn_npm_registry_server"), one(URLS));
        }
        if (odds(5)) {
            environment.put("YARN_NPM_ALWAYS_AUTH", one("true", "1", "0"));
        }
        if (odds(5)) {
            environment.put("YARN_RC_FILENAME", ".other.yml");
        }
        return environment;
    }

    /** @param simple whether there is one file, with nothing but what the package needs */
    private record Case(
            Path folder, Map<String, String> environment, String name, String publishRegistry, boolean simple) {
        JsonObject json() {
            JsonObject json = new JsonObject();
            json.put("folder", folder.toString());
            json.put("environment", new JsonObject(environment));
            json.put("name", name);
            if (!publishRegistry.isEmpty()) {
                json.put("publishConfig", new JsonObject(Map.of("registry", publishRegistry)));
            }
            return json;
        }
    }

    private Case make(int number) throws IOException {
        slash = odds(50);
        Path folder = temp.resolve("case-" + number);
        Path project = Files.createDirectories(folder.resolve("project"));
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(project.resolve("package.json"), "{}");
        if (odds(40)) {
            Files.writeString(
                    project.resolve(".yarnrc.yml"),
                    "npmRegistryServer: " + URLS[0] + "\nnpmAuthIdent: " + quoted(expression(0)) + "\n");
            return new Case(folder, Map.of("SET", "set", "EMPTY", "", "_LOW", "low"), "words", "", true);
        }
        Files.writeString(project.resolve(".yarnrc.yml"), file());
        if (odds(70)) {
            Files.writeString(home.resolve(".yarnrc.yml"), file());
        }
        if (odds(15)) {
            Files.writeString(folder.resolve(".yarnrc.yml"), file());
        }
        if (odds(10)) {
            Files.writeString(project.resolve(".other.yml"), file());
            Files.writeString(home.resolve(".other.yml"), file());
        }
        return new Case(folder, environment(), one("words", "@shop/words"), odds(5) ? one(URLS) : "", false);
    }

    @Test
    void Yarn_publishes_where_we_say_with_the_credential_that_we_say() throws Exception {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            cases.add(make(i));
        }
        String json =
                JsonWriter.string(new JsonArray(cases.stream().map(Case::json).toList()));
        List<String> differences = new ArrayList<>();
        for (YarnRelease yarn : YarnRelease.all()) {
            JsonArray answers = JsonParser.array()
                    .from(yarn.ask(json, Files.createDirectories(temp.resolve("asked-" + yarn.version()))));
            Map<String, Integer> kinds = new HashMap<>();
            for (int i = 0; i < CASES; i++) {
                Case one = cases.get(i);
                String theirs = theirs(answers.getObject(i));
                String ours = ours(one, yarn);
                kinds.merge(
                        theirs.startsWith("fails") ? "fails" : theirs.endsWith("none") ? "none" : "sent",
                        1,
                        Integer::sum);
                // Yarn expands all settings, and so fails at one that has nothing to do with the package too.
                boolean same = theirs.startsWith("fails: ")
                        ? ours.equals("fails") || !one.simple()
                        : ours.equals(PUBLIC) ? theirs.startsWith(PUBLIC) : theirs.equals(ours);
                if (!same) {
                    differences.add(
                            yarn + ", seed " + SEED + ": " + described(one) + "\nYarn: " + theirs + "\nwe: " + ours);
                }
            }
            assertThat(kinds.keySet()).as(yarn.toString()).contains("fails", "none", "sent");
        }
        assertThat(differences.stream().limit(5)).isEmpty();
    }

    private static String theirs(JsonObject answer) {
        if (answer.has("fails")) {
            return "fails: " + answer.getString("fails");
        }
        String sent = answer.getString("publishing");
        return answer.getString("registry") + " " + (sent.startsWith("fails: No authentication") ? "none" : sent);
    }

    private static String ours(Case one, YarnRelease yarn) {
        try {
            Path project = one.folder().resolve("project");
            YarnPublishing publishing = new YarnPublishing(new YarnConfig(
                    one.environment(),
                    one.folder().resolve("home"),
                    project,
                    YarnDialect.of(Optional.of(yarn.version())),
                    Optional.empty()));
            Manifest manifest = new Manifest(
                    project.resolve("package.json"),
                    one.name(),
                    "1.0.0",
                    false,
                    false,
                    one.publishRegistry().isEmpty() ? Map.of() : Map.of("registry", one.publishRegistry()));
            Setting line = publishing.registry(manifest);
            Optional<SentCredential> sent =
                    publishing.credential(manifest, line, RegistryUrl.parse(line.value(), "a test"));
            return line.value().replaceFirst("/$", "") + " "
                    + sent.flatMap(SentCredential::authorization)
                            .map(Secret::reveal)
                            .orElse("none");
        } catch (YarnTrouble e) {
            return "fails";
        } catch (FeedAuthFailure e) {
            return e.what().contains("public registry") ? PUBLIC : "fails";
        }
    }

    private static String described(Case one) {
        StringBuilder text = new StringBuilder(one.name() + " " + one.environment() + " " + one.publishRegistry());
        for (String name : List.of(
                "project/.yarnrc.yml", ".yarnrc.yml", "home/.yarnrc.yml", "project/.other.yml", "home/.other.yml")) {
            Path file = one.folder().resolve(name);
            if (Files.exists(file)) {
                try {
                    text.append("\n--- ").append(name).append('\n').append(Files.readString(file));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return text.toString();
    }
}
