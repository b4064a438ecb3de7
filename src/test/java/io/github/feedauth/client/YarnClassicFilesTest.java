package io.github.feedauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedCoordinates;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YarnClassicFilesTest {
    private static final String URL = "https://pkgs.dev.azure.com/contoso/_packaging/Feed/npm/registry/";
    private static final String LOCK_FILE = """
            # yarn lockfile v1


            "@contoso/words@^1.0.0":
              version "1.0.0"
              resolved "https://registry.yarnpkg.com/@contoso/words/-/words-1.0.0.tgz#abc"

            left-pad@^1.0.0, left-pad@^1.1.0:
              version "1.3.0"
              resolved "https://registry.yarnpkg.com/left-pad/-/left-pad-1.3.0.tgz#def"

            ours@^1.0.0:
              version "1.0.0"
              resolved "https://pkgs.dev.azure.com/contoso/_packaging/Feed/npm/registry/ours/-/ours-1.0.0.tgz#012"
            """;

    @TempDir
    Path temp;

    @Test
    void addresses_in_the_lock_file_that_lead_past_the_feed_are_counted() throws IOException {
        Files.writeString(temp.resolve("yarn.lock"), LOCK_FILE);
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains(temp.resolve("yarn.lock") + ": 2 of its addresses", "registry.yarnpkg.com", "Remove");
    }

    @Test
    void a_feed_for_a_scope_is_passed_by_that_scopes_packages_alone() throws IOException {
        Files.writeString(temp.resolve("yarn.lock"), LOCK_FILE);
        assertThat(warnings("@contoso")).singleElement().asString().contains("1 of its addresses");
        assertThat(warnings("@tools")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# ours\n\"@contoso:registry\" \"https://registry.example.com/\"\n",
                "\"@contoso:registry\" https://registry.example.com",
                "@contoso:registry https://registry.example.com\n"
            })
    void a_scopes_registry_in_yarnrc_comes_before_the_feed_for_everything(String yarnrc) throws IOException {
        Files.writeString(temp.resolve(".yarnrc"), yarnrc);
        assertThat(warnings()).singleElement().asString().contains(".yarnrc", "'@contoso:registry'", URL);
        assertThat(warnings("@contoso")).as("after the feed of that scope").isEmpty();
    }

    /** The case {@code yarn-past-the-feed} shows it with the real one. */
    @Test
    void a_registry_for_everything_in_yarnrc_comes_after_the_feed() throws IOException {
        Files.writeString(temp.resolve(".yarnrc"), "registry \"https://registry.yarnpkg.com\"\n");
        assertThat(warnings()).isEmpty();
        assertThat(warnings("@contoso")).isEmpty();
    }

    @Test
    void files_that_lead_to_the_feed_are_not_told() throws IOException {
        Files.writeString(temp.resolve(".yarnrc"), "\"@contoso:registry\" \"" + URL + "\"\nlastUpdateCheck 1\n");
        Files.writeString(temp.resolve("yarn.lock"), "# yarn lockfile v1\n");
        assertThat(warnings()).isEmpty();
    }

    private List<String> warnings(String... scopes) {
        Feed feed = new Feed(
                FeedCoordinates.ofUrl(URL).locate("parameter feed"),
                Arrays.stream(scopes).map(scope -> Scope.parse(scope, "test")).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        FrontEnd frontEnd = new FrontEnd(temp, temp, new Client(PackageManager.YARN_CLASSIC, Optional.empty()));
        return new YarnClassicFiles(frontEnd, temp.resolve("home")).warnings(new Feeds(List.of(feed)));
    }
}
