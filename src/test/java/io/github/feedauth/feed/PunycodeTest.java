package io.github.feedauth.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PunycodeTest {

    @ParameterizedTest
    @CsvSource({
        "egbpdaj6bu4bxfgehfvwxn, ليهمابتكلموشعربي؟",
        "ihqwcrb4cv8a8dqg056pqjye, 他们为什么不说中文",
        "4dbcagdahymbxekheh6e0a7fei0b, למההםפשוטלאמדבריםעברית",
        "3b-ww4c5e180e575a65lsy2b, 3年b組金八先生",
        "de-jg4avhby1noc0d, パフィーdeルンバ",
        "d9juau41awczczp, そのスピードで",
        "bcher-kva, bücher",
        "tda, ü",
        "a-9fa, éa",
        "a-bga, aé"
    })
    void the_samples_of_rfc_3492_and_shorter_ones_are_decoded(String encoded, String decoded) {
        assertThat(Punycode.decode(encoded)).hasValue(decoded);
    }

    @Test
    void characters_beyond_the_basic_plane_and_the_last_one_there_is_are_decoded() {
        assertThat(Punycode.decode("z9-no82a")).hasValue("z\ud83d\ude009");
        assertThat(Punycode.decode("dn32g")).hasValue(Character.toString(0x10ffff));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tda{", "td`", "td/", "td:", "TDA", "t", "zzzzzzzzzzzz", "dn32h"})
    void what_no_encoder_writes_is_nothing(String encoded) {
        assertThat(Punycode.decode(encoded)).isEmpty();
    }
}
