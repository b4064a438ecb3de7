package io.github.feedauth.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that no parser has looked at before. */
class Ipv4Test {

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "h", "1.h", "h."})
    void what_is_no_address_is_told_so_whatever_it_is(String host) {
        assertThat(Ipv4.endsInNumber(host)).isFalse();
        assertThat(Ipv4.parse(host)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.1, true",
        "127.evil.1, false",
        "127..1, false",
        "127.0.0.256, false",
        "127.0.0.0.1, false",
        "128.0.0.1, false",
    })
    void a_host_that_was_not_parsed_is_loopback_only_as_an_address(String host, boolean loopback) {
        assertThat(new WebUrl("http", host, OptionalInt.empty(), "/").isLoopback())
                .isEqualTo(loopback);
    }
}
