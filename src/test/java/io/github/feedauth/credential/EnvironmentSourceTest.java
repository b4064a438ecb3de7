package io.github.feedauth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedCoordinates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token in a file that a variable names, as containers mount them. */
class EnvironmentSourceTest {
    private static final String PAT = "sentinel-pat-one";

    @TempDir
    Path temp;

    private final Map<String, String> environment = new HashMap<>();
    private final Feed feed =
            Feed.of(FeedCoordinates.ofUrl("https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/")
                    .locate("parameter feed"));
    private Path file;

    @BeforeEach
    void a_mounted_secret() {
        file = temp.resolve("npm pat");
        environment.put("FEEDAUTH_PAT_FILE", file.toString());
    }

    @Test
    void the_file_holds_the_token_and_may_end_with_a_line_end() throws IOException {
        for (String content : new String[] {PAT, PAT + "\n", PAT + "\r\n"}) {
            Files.writeString(file, content);
            FoundToken found = source().ask(feed).orElseThrow();
            assertThat(found.token().secret()).isEqualTo(Secret.of(PAT));
            assertThat(found.origin()).isEqualTo("environment variable FEEDAUTH_PAT_FILE: " + file);
        }
    }

    @Test
    void a_feeds_own_file_comes_before_the_plugins_variable() throws IOException {
        Files.writeString(file, PAT);
        Feed own = new Feed(
                feed.location(), feed.scopes(), feed.serverId(), java.util.Optional.of("TEAM_PAT"), feed.username());
        environment.clear();
        environment.putAll(Map.of("TEAM_PAT_FILE", file.toString(), "FEEDAUTH_PAT", "another"));
        assertThat(source().ask(own).orElseThrow().token().secret()).isEqualTo(Secret.of(PAT));
    }

    @Test
    void the_variable_and_its_file_at_once_fail() {
        environment.put("FEEDAUTH_PAT", PAT);
        assertFails("Both FEEDAUTH_PAT and FEEDAUTH_PAT_FILE are set");
    }

    @Test
    void a_blank_path_is_none() {
        environment.put("FEEDAUTH_PAT_FILE", " ");
        assertThat(source().ask(feed)).isEmpty();
        assertThat(source().remedies(feed)).singleElement().asString().contains("FEEDAUTH_PAT_FILE");
    }

    @Test
    void a_file_that_can_not_be_used_fails_with_the_variable_and_the_path() throws IOException {
        assertFails("The file is not there", file.toString());
        Files.createDirectory(file);
        assertFails("This is not a file", file.toString());
        Files.delete(file);
        Files.writeString(file, " \n");
        assertFails("The file is blank", file.toString());
        Files.write(file, (PAT + "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        assertFails("not UTF-8", file.toString());
        Files.writeString(file, PAT.repeat(5000));
        assertFails("larger than any PAT", file.toString());
        Files.writeString(file, PAT + "\n" + PAT + "\n");
        assertFails("white space, line breaks", file.toString());
        Files.writeString(file, "\ufeff" + PAT);
        assertFails("control characters", file.toString());
    }

    @Test
    void what_stands_where_a_path_should_be_may_be_the_PAT_and_is_not_shown() {
        environment.put("FEEDAUTH_PAT_FILE", PAT);
        assertFails("not absolute", "absolute path of the file");
        environment.put("FEEDAUTH_PAT_FILE", PAT + "\0");
        assertFails("not a path");
    }

    private void assertFails(String... parts) {
        var failure = assertThatThrownBy(() -> source().ask(feed))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("FEEDAUTH_PAT_FILE")
                .hasMessageNotContaining(PAT)
                .hasNoCause();
        for (String part : parts) {
            failure.hasMessageContaining(part);
        }
    }

    private EnvironmentSource source() {
        return new EnvironmentSource(environment, "FEEDAUTH_PAT");
    }
}
