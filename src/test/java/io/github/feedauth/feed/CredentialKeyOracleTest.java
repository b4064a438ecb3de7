package io.github.feedauth.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.oracle.OracleScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the installed npm sends a credential that stands at our keys, and what it reads of the values we let through. */
class CredentialKeyOracleTest {
    private static final long SEED = Long.getLong("feedauth.oracle.seed", 20261124L);
    private static final List<String> FEEDS = List.of(
            "https://pkgs.dev.azure.com/acme/_packaging/Feed/npm/registry/",
            "https://PKGS.dev.azure.com:443/acme/My Shop/_packaging/Feed/npm/registry",
            "https://acme.pkgs.visualstudio.com/_packaging/Feed/npm/registry/",
            "https://acme.pkgs.visualstudio.com/Größe/_packaging/Feed/npm/registry/",
            "http://tfs.example.com:8080/tfs/DefaultCollection/_packaging/Feed/npm/registry/",
            "https://tfs.example.com/tfs/C/Shop/_packaging/Feed/npm/registry/",
            "https://[2001:DB8::1]:8443/C/_packaging/Feed/npm/registry/",
            "https://tfs.example.com/C/./Shop/../Web/_packaging/Feed/npm/registry/");

    @TempDir
    Path scratch;

    @Test
    void npm_sends_the_credential_to_the_feed_and_to_none_beside_it()
            throws IOException, InterruptedException, JsonParserException {
        List<JsonObject> questions = new ArrayList<>();
        List<Boolean> expected = new ArrayList<>();
        for (String typed : FEEDS) {
            for (String view : List.of("", "@Release")) {
                RegistryUrl feed = RegistryUrl.parse(typed.replace("/Feed/", "/Feed" + view + "/"), "test");
                String registry = feed.text();
                String npm = registry.substring(0, registry.length() - "registry/".length());
                List<String> own = List.of(
                        registry,
                        registry.substring(0, registry.length() - 1),
                        registry + "left-pad",
                        registry + "@acme%2fui",
                        registry + "left-pad/-/left-pad-1.3.0.tgz",
                        npm + "left-pad/-/left-pad-1.3.0.tgz");
                for (String uri : own) {
                    questions.add(question(uri, uri, feed));
                    expected.add(true);
                }
                String guidTarball = feed.url()
                        .withPath("/_apis/packaging/0a1b/npm/packages/left-pad/1.3.0/content")
                        .text();
                questions.add(question(guidTarball, registry, feed));
                expected.add(true);
                for (String sibling : siblings(registry, view)) {
                    questions.add(question(sibling, sibling, feed));
                    questions.add(question(sibling + "left-pad/-/left-pad-1.3.0.tgz", sibling, feed));
                    expected.add(false);
                    expected.add(false);
                }
                questions.add(question(guidTarball.replaceFirst("//[^/]+", "//evil.example.com"), registry, feed));
                expected.add(false);
            }
        }

        JsonArray answers =
                JsonParser.array().from(new OracleScript(scratch).ask("npm-auth.mjs", JsonWriter.string(questions)));

        for (int i = 0; i < questions.size(); i++) {
            assertThat(answers.getString(i))
                    .as("%s", questions.get(i).getString("uri"))
                    .isEqualTo(expected.get(i) ? "user:token" : null);
        }
        assertThat(expected).hasSizeGreaterThan(200);
    }

    private static List<String> siblings(String registry, String view) {
        WebUrl url = WebUrl.parse(registry, "test");
        String host = url.hostAndPort();
        String otherView = view.isEmpty() ? "@Local" : "";
        return List.of(
                registry.replace("/Feed" + view + "/", "/Feed2" + view + "/"),
                registry.replace("/Feed" + view + "/", "/Fee/"),
                registry.replace("/Feed" + view + "/", "/feed" + view + "/"),
                registry.replace("/Feed" + view + "/", "/Feed" + otherView + "/"),
                registry.replace("//" + host, "//" + url.host() + ":9"),
                registry.replace(
                        "//" + host,
                        "//x." + host.replace("[", "").replace("]", "").replace(":", "")),
                registry.replace("/npm/registry/", "/nuget/"));
    }

    private static JsonObject question(String uri, String registry, RegistryUrl feed) {
        JsonObject options = new JsonObject();
        options.put("registry", registry);
        String password = Base64.getEncoder().encodeToString("token".getBytes(StandardCharsets.UTF_8));
        for (NerfDart prefix : feed.keyPrefixes()) {
            options.put(prefix + ":username", "user");
            options.put(prefix + ":_password", password);
        }
        JsonObject question = new JsonObject();
        question.put("uri", uri);
        question.put("options", options);
        return question;
    }

    @Test
    void what_we_let_through_npm_reads_back_from_the_file_unchanged()
            throws IOException, InterruptedException, JsonParserException {
        String alphabet = "ab1@._-~\\/=[]{}$!'\"`,+ %^&*()<>|é日\u00a0\ufeff;#:\t\u2028";
        Random random = new Random(SEED);
        UrlTexts urls = new UrlTexts(SEED);
        List<String> files = new ArrayList<>();
        List<List<String>> entries = new ArrayList<>();
        while (files.size() < 3_000) {
            StringBuilder name = new StringBuilder();
            for (int length = 1 + random.nextInt(8); length > 0; length--) {
                name.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                FeedLocation location = FeedCoordinates.ofUrl(urls.next()).locate("test");
                Scope scope = Scope.parse("s" + random.nextInt(9), "test");
                Feed feed = new Feed(
                        location, List.of(scope), Optional.empty(), Optional.empty(), Optional.of(name.toString()));
                for (NerfDart prefix : feed.url().keyPrefixes()) {
                    entries.add(List.of(prefix + ":username", feed.username().orElseThrow()));
                    entries.add(List.of(scope.registryKey(), feed.url().text()));
                }
            } catch (FeedAuthFailure refused) {
                continue;
            }
            while (files.size() < entries.size()) {
                List<String> entry = entries.get(files.size());
                files.add(entry.get(0) + "=" + entry.get(1) + "\nend=here\n");
            }
        }

        JsonArray answers =
                JsonParser.array().from(new OracleScript(scratch).ask("npm-ini.mjs", JsonWriter.string(files)));

        for (int i = 0; i < files.size(); i++) {
            List<String> entry = entries.get(i);
            JsonObject expected = new JsonObject();
            expected.put(entry.get(0), entry.get(1));
            expected.put("end", "here");
            assertThat(answers.getObject(i)).as("seed %d, %s", SEED, entry).isEqualTo(expected);
        }
    }
}
