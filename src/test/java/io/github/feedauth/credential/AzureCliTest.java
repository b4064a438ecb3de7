package io.github.feedauth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script in the place of {@code az}. */
@Timeout(60)
class AzureCliTest {
    @TempDir
    Path temp;

    private final Map<String, String> environment = new HashMap<>(Map.of("STAND_IN_TOKEN", "sentinel-token"));
    private Duration patience = Duration.ofSeconds(30);
    private Path bin;

    @BeforeEach
    void a_folder_on_the_path() throws IOException {
        bin = Files.createDirectory(temp.resolve("bin of az"));
        environment.put("PATH", temp + ":relative::" + bin);
    }

    @Test
    void it_gives_the_token_and_its_expiry() throws IOException {
        az(
                "echo \"$@\" > '" + temp + "/arguments'",
                "echo noise >&2",
                "cat",
                "echo '{\"accessToken\":\"'$STAND_IN_TOKEN'\",\"expiresOn\":\"2020-01-01 00:00:00.000000\",\"expires_on\":1767225600}'");
        IssuedToken token = cli().get();
        assertThat(token.secret()).isEqualTo(Secret.of("sentinel-token"));
        assertThat(token.expires()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(temp.resolve("arguments"))
                .hasContent("account get-access-token --resource 499b84ac-1321-427f-aa17-267ca6975798 --output json");
    }

    @Test
    void an_older_one_tells_the_expiry_in_local_time() throws IOException {
        az("echo '{\"accessToken\":\"t\",\"expiresOn\":\"2026-01-01 12:34:56.123456\"}'");
        assertThat(cli().get().expires())
                .isEqualTo(LocalDateTime.parse("2026-01-01T12:34:56.123456")
                        .atZone(ZoneId.systemDefault())
                        .toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sentinel",
                "{}",
                "{\"accessToken\":\"sentinel\"}",
                "{\"accessToken\":7,\"expires_on\":1}",
                "{\"accessToken\":\"sentinel\",\"expiresOn\":\"sentinel\"}"
            })
    void an_answer_of_another_shape_is_refused_and_not_repeated(String answer) throws IOException {
        az("echo '" + answer + "'");
        assertFails(() -> cli().get(), "not a token with its time of expiry");
    }

    @Test
    void what_fails_says_how_to_sign_in() throws IOException {
        az("echo sentinel >&2; exit 3");
        assertFails(() -> cli().get(), "exit code 3", "az login");
    }

    @Test
    void what_hangs_is_ended_with_all_that_it_started() throws Exception {
        az("sleep 300 & echo $! > '" + temp + "/child'", "wait");
        patience = Duration.ofSeconds(1);
        assertFails(() -> cli().get(), "did not answer within 1 seconds");
        long child = Long.parseLong(Files.readString(temp.resolve("child")).strip());
        ProcessHandle.of(child).ifPresent(left -> left.onExit().join());
    }

    @Test
    void without_it_the_message_says_what_to_install() {
        assertFails(() -> cli().get(), "no az on the PATH", "az login");
    }

    private static void assertFails(ThrowingCallable call, String... parts) {
        var failure = assertThatThrownBy(call)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("the Azure CLI")
                .hasMessageNotContaining("sentinel")
                .hasNoCause();
        for (String part : parts) {
            failure.hasMessageContaining(part);
        }
    }

    private AzureCli cli() {
        return new AzureCli(environment, false, patience);
    }

    private void az(String... lines) throws IOException {
        environment.merge("PATH", System.getenv("PATH"), (ours, theirs) -> ours + ":" + theirs);
        Path script = Files.writeString(bin.resolve("az"), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
