package io.github.feedauth.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feedauth.failure.FeedAuthFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://h:443/a/, //h/a/",
        "http://h:443/a/, //h:443/a/",
        "https://h:80/a/, //h:80/a/",
        "https://PKGS.Dev.Azure.Com/Acme/, //pkgs.dev.azure.com/Acme/",
        "https://h/npm/registry, //h/npm/",
        "https://h/npm/registry/, //h/npm/registry/",
        "https://h/My Project/, //h/My%20Project/",
        "'https://h/\"{x}/', //h/%22%7Bx%7D/",
        "https://h/Größe/日本/, //h/Gr%C3%B6%C3%9Fe/%E6%97%A5%E6%9C%AC/",
        "https://h/a%2Fb/%c3%a9/F@V/, //h/a%2Fb/%c3%a9/F@V/",
        "https://h/a/../b/./%2e%2E/c/, //h/c/",
        "https:\\\\h\\a\\, //h/a/",
        "https://127.1/, //127.0.0.1/",
        "https://0x7f.1/, //127.0.0.1/",
        "https://[2001:DB8:0:0::1]:8080/, //[2001:db8::1]:8080/",
        "https://0xc0a80102/, //192.168.1.2/",
        "https://192.168.258/, //192.168.1.2/",
        "https://1.2.3.4./, //1.2.3.4/",
        "https://[::ffff:254.0.255.1]/, //[::ffff:fe00:ff01]/",
        "https://[1:0:0:2:0:0:0:3]/, //[1:0:0:2::3]/",
        "https://[1:0:0:2:0:0:3:4]/, //[1::2:0:0:3:4]/",
        "https://[1:0:2:3:4:5:6:0]/, //[1:0:2:3:4:5:6:0]/",
        "https://[1:2:3:4:5:6:1.2.3.4]/, //[1:2:3:4:5:6:102:304]/",
        "https://bücher.example/, //xn--bcher-kva.example/",
        "https://xn--fa-hia.de/, //xn--fa-hia.de/",
        "https://h, //h/",
    })
    void the_key_is_the_one_npm_looks_up(String url, String key) {
        assertThat(NerfDart.of(WebUrl.parse(url, "test"), "test").key()).isEqualTo(key);
    }

    @Test
    void a_url_wrapped_over_lines_in_a_pom_loses_the_newlines() {
        assertThat(WebUrl.parse("\n   https://h/acme\r\n/_packaging/\t\n", "test")
                        .text())
                .isEqualTo("https://h/acme/_packaging/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://zQ7Kx@h/",
                "https://user:zQ7Kx@h/",
                "https:user:zQ7Kx@h/",
                "https:\\\\user:zQ7Kx@h\\",
                "https://user:zQ/7Kx@h/",
                "https://user:zQ7Kx/@h/",
                "https://user:1#zQ7Kx@h/",
                "https://user:zQ7Kx@h:99999/",
                "https://user:zQ7Kx@/",
                "user:zQ7Kx@h/",
                "zQ7Kx:x@h/",
                "ssh://user:zQ7Kx@h/",
                "https://h/?token=zQ7Kx",
                "https://h/#zQ7Kx",
                "https://user:zQ7Kx\u0001@h/",
                "https://zQ7Kx:x/",
                "https://zQ7Kx^/",
                "https://[zQ7Kx]/",
                "https://zQ7Kxß.de/",
                "https://h/^zQ7Kx/",
                "https://h/zQ7Kx/../.x/",
                "https://h/zQ7Kx\ud800/",
            })
    void a_refusal_repeats_nothing_of_the_text(String url) {
        FeedAuthFailure failure =
                catchThrowableOfType(FeedAuthFailure.class, () -> WebUrl.parse(url, "parameter feed"));

        assertThat(failure).isNotNull().hasMessageContaining("(parameter feed)");
        assertThat(failure.getMessage()).doesNotContainIgnoringCase("zQ7Kx").doesNotContainIgnoringCase("7Kx");
    }

    @Test
    void a_user_name_in_the_url_is_sent_to_its_own_element() {
        FeedAuthFailure failure =
                catchThrowableOfType(FeedAuthFailure.class, () -> WebUrl.parse("https://acme@h/", "parameter feed"));

        assertThat(failure).hasMessageContaining("<username>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "straße.de",
                "ελλάς.gr",
                "a\u200db.com",
                "İ.com",
                "ｅ.com",
                "a。b",
                "xn--a",
                "xn--",
                "xn--esge",
                "xn--e-2bh",
                "xn--23f",
                "xn--999999999a"
            })
    void a_host_that_two_standards_encode_differently_is_asked_for_in_punycode(String host) {
        FeedAuthFailure failure = catchThrowableOfType(
                FeedAuthFailure.class, () -> WebUrl.parse("https://" + host + "/", "parameter feed"));

        assertThat(failure).isNotNull().hasMessageContaining("punycode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://npm.localhost:4873/",
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://127.255.255.254/",
                "http://[::1]/",
                "http://[0:0:0:0:0:0:0:1]/",
            })
    void loopback_is_known_in_every_spelling(String url) {
        assertThat(WebUrl.parse(url, "test").isLoopback()).isTrue();
        assertThat(WebUrl.parse(url, "test").isInsecure()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost.evil.com/",
                "http://evillocalhost/",
                "http://127.0.0.1.evil.com/",
                "http://127.evil.com/",
                "http://128.0.0.1/",
                "http://0.0.0.0/",
                "http://[::]/",
                "http://[::2]/",
                "http://[::ffff:127.0.0.1]/",
            })
    void what_looks_like_loopback_is_not(String url) {
        assertThat(WebUrl.parse(url, "test").isLoopback()).isFalse();
        assertThat(WebUrl.parse(url, "test").isInsecure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h/a=b/", "https://h/a;b/"})
    void a_path_that_would_break_an_ini_key_has_no_key(String url) {
        WebUrl parsed = WebUrl.parse(url, "test");

        assertThat(catchThrowableOfType(FeedAuthFailure.class, () -> NerfDart.of(parsed, "parameter feed")))
                .isNotNull()
                .hasMessageContaining("%3D");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[::1.2.3]",
                "[::1.2.3.4.5]",
                "[::1.2.3.256]",
                "[::01.2.3.4]",
                "[::1.2.3.x]",
                "[1:2:3:4:5:6:7:1.2.3.4]"
            })
    void an_address_with_half_an_ipv4_address_in_it_is_none(String host) {
        assertThat(catchThrowableOfType(FeedAuthFailure.class, () -> WebUrl.parse("https://" + host + "/", "test")))
                .isNotNull();
    }

    @Test
    void prefixes_are_equal_where_their_text_is() {
        NerfDart prefix = new NerfDart("//h/a/");
        assertThat(prefix).isEqualTo(new NerfDart("//h/a/")).hasSameHashCodeAs(new NerfDart("//h/a/"));
        assertThat(prefix).isNotEqualTo(new NerfDart("//h/A/")).doesNotHaveSameHashCodeAs(new NerfDart("//h/b/"));
        assertThat(prefix).isNotEqualTo("//h/a/");
    }
}
