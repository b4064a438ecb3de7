package io.github.feedauth.npmrc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpmBase64Test {

    /** What {@code Buffer.from(text, 'base64').toString('utf8')} of Node gives. */
    @ParameterizedTest
    @CsvSource({
        "dXNlcjpwYXNz, user:pass",
        "dXNlcjpwYXNz====x, user:pass",
        "'dX NlcjpwY!XNz', user:pass",
        "dQ, u",
        "dXN, us",
        "d, ''",
        "ü, ''",
        "'', ''",
        "4pyT, \u2713",
        "_-8=, \ufffd\ufffd",
        "/+8=, \ufffd\ufffd",
        "gA==, \ufffd",
        "MDEyMzQ1Njc4OQ==, 0123456789"
    })
    void a_text_is_decoded_as_node_does(String text, String decoded) {
        assertThat(NpmBase64.decode(text)).isEqualTo(decoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dXNlcjpwYXNz", "dQ==", "dXM=", "4pyT", ""})
    void what_every_client_reads_alike_is_strict(String text) {
        assertThat(NpmBase64.isStrict(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dQ", "dR==", "dX NlcjpwYXNz", "_-8=", "gA==", "d", "ü", "dXNlcjpwYXNz="})
    void what_some_would_read_otherwise_is_not(String text) {
        assertThat(NpmBase64.isStrict(text)).isFalse();
    }
}
