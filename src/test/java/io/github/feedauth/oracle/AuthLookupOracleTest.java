package io.github.feedauth.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonWriter;
import io.github.feedauth.feed.AuthLookup;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.feed.WebUrl;
import io.github.feedauth.npmrc.NpmrcDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which credential we say npm sends, of generated files of a user and a project, against {@code getAuth} of npm 8 to 12. npm 6 has
 * none like it: its {@code lib/config/get-credentials-by-uri.js} looks at one prefix only, the URL's own.
 */
class AuthLookupOracleTest {
    private static final int CONFIGURATIONS = Integer.getInteger("feedauth.oracle.configurations", 12_000);
    private static final long SEED = Long.getLong("feedauth.oracle.seed", 20_261_124L);
    private static final Map<String, String> ENVIRONMENT =
            Map.of("T", "from-env", "H", "//h/", "EMPTY", "", "F", "false");
    private static final List<List<String>> NAMES = List.of(
            List.of("_authToken"),
            List.of("_auth"),
            List.of("username", "_password"),
            List.of("username", "_password"),
            List.of("username", "_password"),
            List.of("_password"),
            List.of("username"),
            List.of("certfile", "keyfile"),
            List.of("keyfile"),
            List.of("email"),
            List.of("_authtoken"));
    private static final List<String> HOSTS = List.of("h", "h", "h", "h", "h", "h", "h:8080", "x.h", "[::1]");
    private static final List<String> ODD_VALUES = List.of(
            "",
            "",
            "false",
            "null",
            "undefined",
            "true",
            "' false '",
            "'0'",
            "${N}",
            "${N?}",
            "${EMPTY}",
            "${T}",
            "${F}");

    private final SplittableRandom random = new SplittableRandom(SEED);
    private int value;

    @Test
    void npm_sends_what_we_say_it_sends(@TempDir Path scratch) throws Exception {
        List<JsonObject> cases = new ArrayList<>();
        List<JsonObject> casesBefore11 = new ArrayList<>();
        for (int i = 0; i < CONFIGURATIONS; i++) {
            JsonObject one = configuration();
            cases.add(one);
            if (!(one.getString("project") + one.getString("user")).contains("?}")) {
                casesBefore11.add(one);
            }
        }
        for (NpmRelease npm : NpmRelease.all()) {
            if (npm.major() == 6) {
                continue;
            }
            List<JsonObject> asked = npm.major() < 11 ? casesBefore11 : cases;
            JsonObject answer = JsonParser.object()
                    .from(new OracleScript(scratch).ask("npm-lookup.cjs", JsonWriter.string(asked), npm.folder()));

            assertThat(answer.getArray("mismatches"))
                    .as("%s, seed %d", npm, SEED)
                    .isEmpty();
            assertThat(answer.getInt("cases") + answer.getInt("failed"))
                    .isEqualTo(asked.size())
                    .isGreaterThan(CONFIGURATIONS / 2);
            JsonObject sent = answer.getObject("sent");
            System.out.println(npm + "'s getAuth on " + asked.size() + " configurations: " + sent);
            assertThat(sent.keySet())
                    .contains("nothing", "_authToken", "_auth", "username", "certfile without Authorization");
        }
    }

    private JsonObject configuration() {
        String user = file();
        String project = random.nextInt(3) == 0 ? file() : "";
        RegistryUrl registry = RegistryUrl.parse("https://" + pick(HOSTS) + path(3) + "/", "test");
        WebUrl url = random.nextBoolean()
                ? registry.url()
                : WebUrl.parse((random.nextBoolean() ? "https://" : "http://") + pick(HOSTS) + path(4), "test");
        Map<String, String> merged = new LinkedHashMap<>(read(user));
        merged.putAll(read(project));
        AuthLookup lookup = AuthLookup.of(merged);
        Optional<AuthLookup.Match> match =
                url.equals(registry.url()) ? lookup.find(registry) : lookup.find(url, registry);

        JsonObject one = new JsonObject();
        one.put("user", user);
        one.put("project", project);
        one.put("env", new JsonObject(ENVIRONMENT));
        one.put("uri", url.text());
        one.put("registry", registry.text());
        one.put("configuration", new JsonObject(merged));
        one.put("match", match.map(AuthLookupOracleTest::json).orElse(null));
        return one;
    }

    private static JsonObject json(AuthLookup.Match match) {
        JsonObject json = new JsonObject();
        json.put("prefix", match.prefix());
        json.put(
                "names",
                match.keys().stream()
                        .map(key -> key.substring(match.prefix().length() + 1))
                        .toList());
        return json;
    }

    private static Map<String, String> read(String file) {
        return NpmrcDocument.parse(file.getBytes(StandardCharsets.UTF_8), ".npmrc", ENVIRONMENT)
                .configuration();
    }

    private String file() {
        StringBuilder file = new StringBuilder();
        for (int lines = 1 + random.nextInt(7); lines > 0; lines--) {
            String host = pick(HOSTS);
            String slash = random.nextInt(3) == 0 ? "" : "/";
            String prefix = host.equals("h") && random.nextInt(10) == 0 ? "${H}" : "//" + host + path(3) + slash;
            for (String name : pick(NAMES)) {
                file.append(prefix).append(':').append(name).append('=');
                file.append(valueOf(name)).append('\n');
            }
            if (random.nextInt(40) == 0) {
                file.append("[section]\n");
            }
        }
        return file.toString();
    }

    /** No two the same, so that the value tells the key; never {@code true} where npm itself would fail at it. */
    private String valueOf(String name) {
        if (random.nextInt(8) == 0) {
            String odd = pick(ODD_VALUES);
            return odd.equals("true") && !name.startsWith("_auth") ? "" : odd;
        }
        String text = "v" + value++;
        return name.equals("_password")
                ? Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                : text;
    }

    private String path(int longest) {
        StringBuilder path = new StringBuilder();
        for (int segments = random.nextInt(longest + 1); segments > 0; segments--) {
            path.append('/').append(pick(List.of("a", "a", "a", "a", "a", "a", "b", "%20")));
        }
        return path.toString();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
