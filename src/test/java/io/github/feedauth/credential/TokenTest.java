package io.github.feedauth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    private static final String OLD_PAT = "abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrst";
    private static final String NEW_PAT = "SENTINEL".repeat(9) + "SENT" + "AZDO" + "test";
    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJmZWVkIn0.c2lnbmF0dXJl";

    @ParameterizedTest
    @ValueSource(strings = {OLD_PAT, "a-password-of-another-registry", "0123456789abcdef", "p@ss:w0rd!"})
    void a_token_is_taken_as_it_is(String token) {
        assertThat(Token.parse(token, "here").secret().reveal()).isEqualTo(token);
        assertThat(Token.parse(token, "here").jwt()).isFalse();
    }

    @Test
    void a_PAT_of_the_new_shape_is_taken_as_it_is() {
        assertThat(Token.parse(NEW_PAT, "here").secret().reveal()).isEqualTo(NEW_PAT);
    }

    @Test
    void a_JWT_is_recognised_by_its_shape() {
        assertThat(Token.parse(JWT, "here").jwt()).isTrue();
    }

    @Test
    void white_space_around_it_is_no_part_of_it() {
        assertThat(Token.parse("  " + OLD_PAT + "\r\n", "here").secret().reveal())
                .isEqualTo(OLD_PAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "two\nlines", "a\ttab", "nul\0byte", "zero\u200bwidth", "line\u2028separator"})
    void white_space_and_control_characters_inside_are_refused(String token) {
        assertRefused(token, "white space, line breaks or control characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p\u00e4ss-word-of-mine",
                "\u201ctoken\u201d",
                "tok\"en",
                "tok'en",
                "\"token",
                "token'",
                "\ud83d\udd11key"
            })
    void letters_that_no_token_has_and_quotes_are_refused(String token) {
        assertRefused(token, "quotes or letters that are not ASCII");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {OLD_PAT, "user:" + OLD_PAT, ":" + OLD_PAT, OLD_PAT + "\n", "a-password-of-another-registry"})
    void the_base64_form_of_a_token_is_refused(String token) {
        assertRefused(
                Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8)), "already base64-encoded");
    }

    @Test
    void random_tokens_are_not_mistaken_for_base64() {
        Random random = new Random(20261124);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder token = new StringBuilder();
            random.ints(32, 0, alphabet.length()).forEach(at -> token.append(alphabet.charAt(at)));
            assertThat(Token.parse(token.toString(), "here").secret().reveal()).hasToString(token.toString());
        }
    }

    @Test
    void an_unresolved_placeholder_is_told_from_a_token() {
        assertRefused("${env.AZURE_PAT}", "placeholder");
        assertRefused("$(AZURE_PAT)", "pipeline macro");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%FEEDAUTH_PAT%", "$env:FEEDAUTH_PAT", "$FEEDAUTH_PAT"})
    void the_name_of_a_variable_in_another_spelling_is_told_from_a_token(String token) {
        assertRefused(token, "name of a variable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"" + OLD_PAT + "\"",
                "'secret'",
                "contoso:" + OLD_PAT,
                "Bearer " + JWT,
                "basic c2VjcmV0",
                "_password=c2VjcmV0",
                "//host/:_authToken=secret"
            })
    void a_token_with_something_around_it_is_refused(String token) {
        assertRefused(token, "more than the token");
    }

    @Test
    void a_password_encrypted_by_Maven_is_refused_where_nothing_decrypts_it() {
        assertRefused("{COQLCE6DU6GtcS5P=}", "encrypted by Maven");
    }

    private static void assertRefused(String token, String reason) {
        assertThatThrownBy(() -> Token.parse(token, "environment variable MY_PAT"))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("environment variable MY_PAT")
                .hasMessageNotContaining(token);
    }
}
