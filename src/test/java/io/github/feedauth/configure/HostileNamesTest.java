package io.github.feedauth.configure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import io.github.feedauth.credential.Credential;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedCoordinates;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.NerfDart;
import io.github.feedauth.feed.Scope;
import io.github.feedauth.npmrc.NpmrcDocument;
import io.github.feedauth.npmrc.OwnedLines;
import io.github.feedauth.oracle.NpmIni;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names of feeds, projects, organizations, views and scopes, and URLs, put together to break out of their line: each is refused, or
 * npm's own {@code ini} reads the keys that we own, everything that stood there before, and not a key more.
 */
@Timeout(120)
class HostileNamesTest {
    private static final long SEED = Long.getLong("feedauth.oracle.seed", 20261124L);
    private static final int CASES = Integer.getInteger("feedauth.oracle.names", 10_000);
    private static final String STOOD_BEFORE =
            "; mine\nsave-exact=true\n//other.example.com/:_authToken=theirs\nlist[]=1\n";

    private final Random random = new Random(SEED);

    @TempDir
    Path temp;

    @Test
    void a_feed_is_refused_or_npm_reads_its_own_keys_and_not_one_more() throws Exception {
        List<Feed> accepted = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            feed().ifPresent(accepted::add);
        }
        assertThat(accepted).as("seed %d", SEED).hasSizeBetween(CASES / 50, CASES - CASES / 10);
        assertThat(accepted).anyMatch(feed -> !feed.scopes().isEmpty());

        List<JsonObject> user = NpmIni.read(
                temp, accepted.stream().map(HostileNamesTest::userFile).toList());
        List<JsonObject> project = NpmIni.read(
                temp, accepted.stream().map(HostileNamesTest::projectFile).toList());

        for (int i = 0; i < accepted.size(); i++) {
            Feed feed = accepted.get(i);
            Map<String, Object> keys = new LinkedHashMap<>();
            for (NerfDart prefix : feed.url().keyPrefixes()) {
                keys.put(prefix + ":username", "AzureDevOps");
                keys.put(prefix + ":_password", Secret.of("sentinel-pat").revealBase64());
            }
            assertReads(user.get(i), keys, feed);
            keys.clear();
            feed.registryKeys().forEach(key -> keys.put(key, feed.url().text()));
            assertReads(project.get(i), keys, feed);
        }
    }

    private static void assertReads(JsonObject read, Map<String, Object> keys, Feed feed) {
        keys.put("save-exact", true);
        keys.put("//other.example.com/:_authToken", "theirs");
        keys.put("list", JsonArray.from("1"));
        assertThat(read).as("seed %d, %s", SEED, feed).containsExactlyInAnyOrderEntriesOf(keys);
    }

    private Optional<Feed> feed() {
        List<String> scopes = new ArrayList<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            scopes.add("@" + text());
        }
        boolean byUrl = random.nextInt(3) == 0;
        FeedCoordinates coordinates = byUrl
                ? FeedCoordinates.ofUrl("https://npm.example.com" + (random.nextBoolean() ? "/" : "") + text() + "/")
                : new FeedCoordinates(
                        null,
                        random.nextBoolean() ? "acme" : text(),
                        null,
                        text(),
                        random.nextBoolean() ? null : text(),
                        random.nextBoolean() ? null : text());
        try {
            return Optional.of(new Feed(
                    coordinates.locate("a test"),
                    scopes.stream().map(scope -> Scope.parse(scope, "a test")).toList(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        } catch (FeedAuthFailure refused) {
            assertThat(refused.getMessage().chars().noneMatch(Character::isISOControl))
                    .as("a message of one line, seed %d: %s", SEED, refused.getMessage())
                    .isTrue();
            return Optional.empty();
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(5); length >= 0; length--) {
            List<String> pieces = HostileTextTest.PIECES;
            text.append(pieces.get(random.nextInt(random.nextInt(3) > 0 ? 3 : pieces.size())));
        }
        return text.toString();
    }

    private static String userFile(Feed feed) {
        Credential credential = new Credential.Basic("AzureDevOps", Secret.of("sentinel-pat"));
        return document(new CredentialLines(false).of(feed.url().keyPrefixes(), credential));
    }

    private static String projectFile(Feed feed) {
        return document(new RegistryLines(LegacyKeys.NEVER).of(new Feeds(List.of(feed)), false));
    }

    private static String document(OwnedLines lines) {
        byte[] before = STOOD_BEFORE.getBytes(UTF_8);
        return new String(
                NpmrcDocument.parse(before, "a test", Map.of())
                        .apply(List.of(lines))
                        .document()
                        .bytes(),
                UTF_8);
    }
}
