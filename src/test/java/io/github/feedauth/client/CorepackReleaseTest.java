package io.github.feedauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which Corepack sends what with its downloads: measured for a token with 0.32.0, 0.34.0, 0.34.1, 0.34.6 and 0.36.0, for a password
 * with 0.25.2, 0.27.0, 0.28.0, 0.28.2 and 0.29.4.
 */
class CorepackReleaseTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0.32.0,false", "0.34.0,false", "0.34.1,true", "0.34.6,true", "0.36.0,true", "1.0.0,true"})
    void a_token_is_sent_with_downloads_from_one_release_on(String version, boolean sends) throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\"version\": \"" + version + "\"}");
        assertThat(CorepackRelease.in(folder).shortcoming(true).isEmpty()).isEqualTo(sends);
        assertThat(CorepackRelease.in(folder).version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({"0.25.2,false", "0.28.0,false", "0.28.1,true", "0.28.2,true", "0.29.4,true", "0.36.0,true"})
    void and_a_password_from_an_earlier_one_on(String version, boolean sends) {
        assertThat(new CorepackRelease(version).shortcoming(false).isEmpty()).isEqualTo(sends);
    }

    @Test
    void one_that_tells_no_version_is_not_counted_upon() throws IOException {
        assertThat(CorepackRelease.in(folder).shortcoming(true))
                .hasValueSatisfying(text -> assertThat(text).contains("one of unknown version"));
        assertThat(CorepackRelease.in(folder).shortcoming(false)).isPresent();
        Files.writeString(folder.resolve("package.json"), "{\"version\": \"newest\"}");
        assertThat(CorepackRelease.in(folder)).isEqualTo(new CorepackRelease(""));
        Files.writeString(folder.resolve("package.json"), "{");
        assertThat(CorepackRelease.in(folder)).isEqualTo(new CorepackRelease(""));
    }
}
