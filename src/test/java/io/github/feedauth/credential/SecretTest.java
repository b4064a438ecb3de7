package io.github.feedauth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
    private static final Secret SECRET = Secret.of("sentinel-pat");

    @Test
    void it_does_not_show_itself() {
        assertThat(SECRET).hasToString("***");
        assertThat(new Credential.Basic("me", SECRET).toString()).doesNotContain("sentinel");
        assertThat(new Credential.Bearer(SECRET).toString()).doesNotContain("sentinel");
        assertThat(new Token(SECRET, false).toString()).doesNotContain("sentinel");
    }

    @Test
    void its_base64_is_of_the_token_alone() {
        assertThat(SECRET.revealBase64()).isEqualTo("c2VudGluZWwtcGF0");
    }

    @Test
    void equal_values_are_equal_secrets() {
        assertThat(SECRET).isEqualTo(Secret.of("sentinel-pat")).hasSameHashCodeAs(Secret.of("other"));
        assertThat(SECRET).isNotEqualTo(Secret.of("sentinel-pat2")).isNotEqualTo("sentinel-pat");
    }
}
