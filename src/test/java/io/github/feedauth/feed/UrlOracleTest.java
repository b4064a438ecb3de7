package io.github.feedauth.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.oracle.OracleScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our URL and key against the installed Node's and npm's. {@code -Dfeedauth.oracle.urls=1000000} asks for more,
 * {@code -Dfeedauth.oracle.seed} for others.
 */
class UrlOracleTest {
    private static final int URLS = Integer.getInteger("feedauth.oracle.urls", 30_000);
    private static final long SEED = Long.getLong("feedauth.oracle.seed", 20261124L);
    private static final Pattern USER_INFO = Pattern.compile("[^:]*:[/\\\\]*[^/\\\\?#]*@.*", Pattern.DOTALL);
    private static final Pattern REACHABLE = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.?(:[0-9]+)?");

    @TempDir
    Path scratch;

    @Test
    void what_we_accept_npm_reads_the_same_and_what_we_refuse_has_a_stated_reason()
            throws IOException, InterruptedException, JsonParserException {
        List<String> texts = new ArrayList<>();
        UrlTexts generator = new UrlTexts(SEED);
        for (int i = 0; i < URLS; i++) {
            texts.add(generator.next());
        }
        String[] answers = new OracleScript(scratch)
                .ask("npm-urls.mjs", String.join("\0", texts))
                .split("\n");
        assertThat(answers).hasSameSizeAs(texts);

        List<String> differences = new ArrayList<>();
        Map<UrlRefusal, Integer> refusals = new EnumMap<>(UrlRefusal.class);
        int accepted = 0;
        for (int i = 0; i < answers.length; i++) {
            String text = texts.get(i);
            JsonObject npm = JsonParser.object().from(answers[i]);
            try {
                WebUrl ours = WebUrl.parse(text, "test");
                accepted++;
                difference(ours, npm).ifPresent(d -> differences.add(JsonText.quote(text) + ": " + d));
            } catch (FeedAuthFailure failure) {
                UrlRefusal reason = reason(failure);
                refusals.merge(reason, 1, Integer::sum);
                if (!npm.has("invalid") && !isStated(reason, text, npm)) {
                    differences.add(JsonText.quote(text) + ": refused as " + reason + ", npm has " + npm);
                }
            }
        }
        System.out.printf("URL oracle, seed %d: %d accepted, refused %s%n", SEED, accepted, refusals);
        assertThat(differences).as("seed %d", SEED).isEmpty();
        assertThat(accepted)
                .as("accepted, so that the comparison means something")
                .isGreaterThan(URLS / 3);
        assertThat(refusals).as("every reason is met").containsOnlyKeys(UrlRefusal.values());
    }

    private static Optional<String> difference(WebUrl ours, JsonObject npm) {
        if (npm.has("invalid")) {
            return Optional.of("npm refuses it, we have " + ours);
        }
        if (npm.getBoolean("user") || !npm.getString("rest").isEmpty()) {
            return Optional.of("npm sees userinfo, query or fragment: " + npm);
        }
        String theirs = npm.getString("protocol") + "//" + npm.getString("host") + npm.getString("pathname");
        if (!ours.text().equals(theirs)) {
            return Optional.of(ours + " is npm's " + theirs);
        }
        try {
            String key = NerfDart.of(ours, "test").key();
            return key.equals(npm.getString("nerf"))
                    ? Optional.empty()
                    : Optional.of(key + " is npm's key " + npm.getString("nerf"));
        } catch (FeedAuthFailure iniHazard) {
            return npm.getString("nerf").matches(".*[=;].*")
                    ? Optional.empty()
                    : Optional.of("refused key " + npm.getString("nerf"));
        }
    }

    private static UrlRefusal reason(FeedAuthFailure failure) {
        return Arrays.stream(UrlRefusal.values())
                .filter(reason -> reason.what().equals(failure.what()))
                .findFirst()
                .orElseThrow(() -> failure);
    }

    /** Whether the reason holds for a URL that npm takes. */
    private static boolean isStated(UrlRefusal reason, String text, JsonObject npm) {
        String host = npm.getString("host");
        return switch (reason) {
            case NOT_HTTP -> !npm.getString("protocol").matches("https?:");
            case CONTROL_CHARACTER -> text.chars().anyMatch(c -> Character.isISOControl(c) && "\t\r\n".indexOf(c) < 0);
            case USER_INFO -> USER_INFO.matcher(text.replaceAll("[\t\r\n]", "")).matches();
            case QUERY_OR_FRAGMENT -> text.indexOf('?') >= 0 || text.indexOf('#') >= 0;
            case HOST_UNUSABLE ->
                !host.startsWith("[") && !REACHABLE.matcher(host).matches();
            case HOST_INTERNATIONAL -> text.chars().anyMatch(c -> c > 0x7f || c == '%') || host.contains("xn--");
            case MIXED_DOTS -> text.replaceAll("[\t\r\n]", "").matches("(?si).*[/\\\\](\\.|%2e).*[/\\\\](\\.|%2e).*");
            case CARET -> text.indexOf('^') >= 0;
            case HOST_MISSING, PORT -> false;
        };
    }
}
