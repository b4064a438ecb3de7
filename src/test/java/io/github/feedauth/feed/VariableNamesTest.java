package io.github.feedauth.feed;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"FEEDAUTH_PAT", "_x", "pat2", "ARTIFACTS_CREDENTIALPROVIDER_EXTERNAL_FEED_ENDPOINTS"})
    void a_name_is_taken(String name) {
        assertThatCode(() -> VariableNames.check(name, "parameter patEnvName")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2PAT",
                "MY PAT",
                "MY-PAT",
                "$(System.AccessToken)",
                "abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrst",
                "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxAZDOtest",
                "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJmZWVkIn0.c2lnbmF0dXJl",
                "da39a3ee5e6b4b0d3255bfef95601890afd80709da39a3ee5e6b4b0d3255bfef",
                "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpBQkNERUZHSElKS0xNTk9QUVJTVFVW"
            })
    void a_token_in_its_place_is_refused_and_never_repeated(String name) {
        assertThatThrownBy(() -> VariableNames.check(name, "parameter patEnvName"))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("patEnvName does not hold")
                .hasMessageNotContaining(name.isEmpty() ? "\"\"" : name);
    }
}
