package io.github.feedauth.configure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import io.github.feedauth.credential.Credential;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.credential.Token;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.NerfDart;
import io.github.feedauth.feed.UserNames;
import io.github.feedauth.npmrc.NpmrcDocument;
import io.github.feedauth.oracle.NpmIni;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A user name or a token is refused, or npm reads exactly it and not a key more: npm's own {@code ini} judges. */
@Timeout(120)
class HostileTextTest {
    private static final long SEED = 20260;
    private static final int CASES = 20_000;
    private static final NerfDart PREFIX = new NerfDart("//npm.example.com/npm/registry/");
    static final List<String> PIECES = List.of(
            "a",
            "Z",
            "7",
            "\u00f6",
            "\ud83d\ude00",
            " ",
            "\t",
            "\n",
            "\r",
            "\0",
            "\u2028",
            "\u2029",
            "\u00a0",
            "\ufeff",
            "\ud800",
            "=",
            ";",
            "#",
            ":",
            "\"",
            "'",
            "\\",
            "\\\\",
            "[",
            "]",
            "[]",
            "${",
            "${HOME}",
            "$",
            "{",
            "}",
            "true",
            "null",
            "//npm.example.com/:_authToken=x",
            "__proto__",
            ",",
            "%",
            "@",
            "<",
            "&");

    @TempDir
    Path temp;

    private final Random random = new Random(SEED);

    @Test
    void a_user_name_is_refused_or_comes_through_as_it_is() throws Exception {
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            String name = text();
            if (isAccepted(() -> UserNames.check(name, "parameter username"))) {
                accepted.add(name);
            }
        }
        assertThat(accepted).as("seed %d", SEED).hasSizeGreaterThan(CASES / 20);
        List<JsonObject> read = NpmIni.read(
                temp,
                accepted.stream()
                        .map(name -> document(new Credential.Basic(name, Secret.of("sentinel-pat"))))
                        .toList());
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i).keySet()).isEqualTo(Set.of(PREFIX + ":username", PREFIX + ":_password"));
            assertThat(read.get(i).get(PREFIX + ":username"))
                    .as("seed %d, case %d", SEED, i)
                    .isEqualTo(accepted.get(i));
        }
    }

    @Test
    void a_token_is_refused_or_npm_sends_it_as_it_is() throws Exception {
        List<Token> accepted = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            String token = i % 4 == 0 ? "eyJ" + text() + ".e30." + text() : text();
            if (!token.isBlank()) {
                isAccepted(() -> accepted.add(Token.parse(token, "a test")));
            }
        }
        assertThat(accepted).as("seed %d", SEED).hasSizeGreaterThan(CASES / 20);
        assertThat(accepted).anyMatch(Token::jwt);
        List<JsonObject> read = NpmIni.read(
                temp,
                accepted.stream().map(token -> document(credential(token))).toList());
        for (int i = 0; i < read.size(); i++) {
            Token token = accepted.get(i);
            String key = PREFIX + (token.jwt() ? ":_authToken" : ":_password");
            String sent = read.get(i).getString(key);
            assertThat(token.jwt() ? sent : new String(Base64.getDecoder().decode(sent), UTF_8))
                    .as("seed %d, case %d", SEED, i)
                    .isEqualTo(new String(token.secret().reveal().getBytes(UTF_8), UTF_8));
            assertThat(read.get(i)).hasSize(token.jwt() ? 1 : 2);
        }
    }

    private static Credential credential(Token token) {
        return token.jwt()
                ? new Credential.Bearer(token.secret())
                : new Credential.Basic("AzureDevOps", token.secret());
    }

    private static boolean isAccepted(Runnable check) {
        try {
            check.run();
            return true;
        } catch (FeedAuthFailure refused) {
            return false;
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(6); length >= 0; length--) {
            text.append(PIECES.get(random.nextInt(random.nextBoolean() ? 3 : PIECES.size())));
        }
        return text.toString();
    }

    private static String document(Credential credential) {
        return new String(
                NpmrcDocument.empty()
                        .apply(List.of(new CredentialLines(false).of(List.of(PREFIX), credential)))
                        .document()
                        .bytes(),
                UTF_8);
    }
}
