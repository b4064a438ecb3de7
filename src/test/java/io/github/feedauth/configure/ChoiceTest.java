package io.github.feedauth.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    @Test
    void the_words_of_the_contract_are_taken() {
        assertThat(CredentialStore.parse("user")).isEqualTo(CredentialStore.USER);
        assertThat(CredentialStore.parse(" none\n")).isEqualTo(CredentialStore.NONE);
        assertThat(LegacyKeys.parse("auto")).isEqualTo(LegacyKeys.AUTO);
        assertThat(LegacyKeys.parse("always")).isEqualTo(LegacyKeys.ALWAYS);
        assertThat(LegacyKeys.parse("never")).isEqualTo(LegacyKeys.NEVER);
    }

    @Test
    void another_word_fails_with_the_parameter_and_all_that_are_possible() {
        assertThatThrownBy(() -> LegacyKeys.parse("sometimes"))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("'sometimes'")
                .hasMessageContaining("parameter legacyKeys")
                .hasMessageContaining("auto, always, never");
        assertThatThrownBy(() -> CredentialStore.parse(""))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("parameter credentialStore")
                .hasMessageContaining("user, build, ephemeral, none");
    }

    @Test
    void a_word_with_line_breaks_cannot_forge_a_line_of_the_log() {
        assertThatThrownBy(() -> LegacyKeys.parse("x\n[INFO] BUILD SUCCESS"))
                .hasMessageNotContaining("\n")
                .hasMessageContaining("x\\u000a[INFO]");
    }
}
