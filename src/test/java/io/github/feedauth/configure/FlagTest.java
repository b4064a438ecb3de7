package io.github.feedauth.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlagTest {

    @Test
    void true_is_true_and_false_or_nothing_is_not() {
        assertThat(Flag.parse("true", "dryRun")).isTrue();
        assertThat(Flag.parse(" TRUE ", "dryRun")).isTrue();
        assertThat(Flag.parse("false", "dryRun")).isFalse();
        assertThat(Flag.parse("", "dryRun")).isFalse();
        assertThat(Flag.parse(null, "dryRun")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "ture"})
    void anything_else_is_refused_since_a_misspelt_dry_run_must_not_write(String text) {
        assertThatThrownBy(() -> Flag.parse(text, "dryRun"))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("'" + text + "' is not a value of this parameter (parameter dryRun)")
                .hasMessageContaining("true, false");
    }
}
