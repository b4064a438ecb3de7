package io.github.feedauth.npmrc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//h/:_password",
                "//h/:_auth",
                "//h/:_authToken",
                "_password",
                "_auth",
                "_authToken",
                "//h/:_authtoken",
                "//h/:certfile",
                "x",
                "//h/:registry",
                "@s:x",
                "//h/:usernames"
            })
    void a_key_that_is_not_known_to_be_harmless_shows_no_value(String key) {
        assertThat(MaskedLine.removed(key, "https://h/")).isEqualTo(key + "=***");
        assertThat(MaskedLine.added(new OwnedSetting(key, "https://h/"))).isEqualTo(key + "=***");
    }

    @ParameterizedTest
    @CsvSource({
        "username,me",
        "//h/:username,me",
        "//h/:email,me@example.com",
        "always-auth,x",
        "registry,https://h/Feed@View/",
        "registry,://h/@",
        "registry,https://h"
    })
    void harmless_keys_show_theirs(String key, String value) {
        assertThat(MaskedLine.removed(key, value)).isEqualTo(key + "=" + value);
        assertThat(MaskedLine.added(new OwnedSetting(key, value))).isEqualTo(key + "=" + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://u:p@h/npm/",
                "https://token@h",
                "https://h/?t=p",
                "https://h/#p",
                "u:p@h/npm/",
                "https:\\\\u:p@h/",
                "https://@h",
                "https://h@",
                "?https://h/",
                "#https://h/",
                "\\https://h/",
                "https://h\\@x/"
            })
    void a_registry_that_could_hold_a_credential_is_masked(String url) {
        assertThat(MaskedLine.removed("registry", url)).isEqualTo("registry=***");
        assertThat(MaskedLine.removed("@s:registry", url)).isEqualTo("@s:registry=***");
        if (OwnedSetting.canBeValue(url)) {
            assertThat(MaskedLine.added(new OwnedSetting("registry", url))).isEqualTo("registry=***");
        }
    }

    @Test
    void what_looks_like_a_token_is_masked_where_a_user_name_or_an_old_url_should_be() {
        String token = "abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrst";
        assertThat(MaskedLine.removed("//h/:username", token)).endsWith("=***");
        assertThat(MaskedLine.added(new OwnedSetting("//h/:username", token))).endsWith("=***");
        assertThat(MaskedLine.removed("registry", "https://h/" + token + "/")).endsWith("=***");
        assertThat(MaskedLine.removed("//h/:username", "A1z".repeat(8))).endsWith("=***");
        assertThat(MaskedLine.removed("//h/:username", "A1z".repeat(7) + "-A1z"))
                .doesNotContain("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9", "a", "z", "A", "Z"})
    void twenty_four_letters_or_digits_in_a_row_look_like_a_token(String character) {
        assertThat(MaskedLine.removed("//h/:username", character.repeat(24))).endsWith("=***");
        assertThat(MaskedLine.removed("//h/:username", character.repeat(23))).endsWith(character);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ":", "@", "[", "`", "{", "-", " "})
    void other_characters_are_no_part_of_a_token(String character) {
        assertThat(MaskedLine.removed("//h/:username", "u" + character.repeat(24) + "u"))
                .endsWith("u");
    }

    @Test
    void a_url_that_we_write_is_shown_whatever_the_length_of_its_names() {
        String url = "https://h/AProjectOfMoreThanTwentyFourLetters/npm/registry/";
        assertThat(MaskedLine.added(new OwnedSetting("registry", url))).isEqualTo("registry=" + url);
    }
}
