package io.github.feedauth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AzureIdentityTest {

    @Test
    void what_the_library_says_is_shown_in_one_line_of_bounded_length_without_what_may_be_a_token() {
        String token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzZW50aW5lbDEyMyJ9.c2lnbmF0dXJl";
        assertThat(AzureIdentity.shown("WorkloadIdentityCredential unavailable.\n\tThe answer was {\"access_token\":\""
                        + token + "\"} \u001b[31m"))
                .isEqualTo("WorkloadIdentityCredential unavailable. The answer was *** \\u001b[31m");
        assertThat(AzureIdentity.shown("word ".repeat(1000)))
                .hasSizeBetween(900, 1010)
                .endsWith(" …");
    }
}
