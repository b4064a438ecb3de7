package io.github.feedauth.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.feed.AuthLookup.Kind;
import io.github.feedauth.feed.AuthLookup.Match;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthLookupTest {
    private static final RegistryUrl FEED = RegistryUrl.parse("https://h:8443/a/npm/registry/", "test");

    @Test
    void a_token_beside_the_pat_wins_so_a_stale_one_defeats_it() {
        AuthLookup lookup = AuthLookup.of(Map.of(
                "//h:8443/a/npm/registry/:username", "u",
                "//h:8443/a/npm/registry/:_password", "cA==",
                "//h:8443/a/npm/registry/:_auth", "dTpw",
                "//h:8443/a/npm/registry/:_authToken", "stale"));

        assertThat(lookup.find(FEED))
                .contains(new Match(
                        "//h:8443/a/npm/registry/", Kind.TOKEN, List.of("//h:8443/a/npm/registry/:_authToken")));
    }

    @Test
    void the_longest_prefix_wins_whatever_the_shorter_ones_have() {
        AuthLookup lookup = AuthLookup.of(Map.of(
                "//h:8443/a/npm/registry/:username", "u",
                "//h:8443/a/npm/registry/:_password", "cA==",
                "//h:8443/a/npm/registry:_authToken", "shorter",
                "//h:8443/a/npm/:_authToken", "shorter",
                "//h:8443:_authToken", "shorter"));

        assertThat(lookup.find(FEED))
                .contains(new Match(
                        "//h:8443/a/npm/registry/",
                        Kind.PASSWORD,
                        List.of("//h:8443/a/npm/registry/:username", "//h:8443/a/npm/registry/:_password")));
    }

    @Test
    void every_level_up_to_the_host_is_looked_at_with_and_without_its_slash() {
        for (String prefix : List.of(
                "//h:8443/a/npm/registry/",
                "//h:8443/a/npm/registry",
                "//h:8443/a/npm/",
                "//h:8443/a/npm",
                "//h:8443/a/",
                "//h:8443/a",
                "//h:8443/",
                "//h:8443")) {
            assertThat(AuthLookup.of(Map.of(prefix + ":_auth", "dTpw")).find(FEED))
                    .contains(new Match(prefix, Kind.AUTH, List.of(prefix + ":_auth")));
        }
        for (String other : List.of("//h/", "//h:8443/a/npm/registry/x/", "//h:8443/a/np", "//", "")) {
            assertThat(AuthLookup.of(Map.of(other + ":_auth", "dTpw")).find(FEED))
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void half_a_credential_and_an_empty_value_are_passed_over() {
        AuthLookup lookup = AuthLookup.of(Map.of(
                "//h:8443/a/npm/registry/:username", "u",
                "//h:8443/a/npm/registry/:_password", "",
                "//h:8443/a/npm/registry/:_authToken", "",
                "//h:8443/a/npm/registry/:keyfile", "k",
                "//h:8443/a/npm/:keyfile", "k",
                "//h:8443/a/npm/:certfile", "c"));

        assertThat(lookup.find(FEED))
                .contains(new Match(
                        "//h:8443/a/npm/",
                        Kind.CERTIFICATE,
                        List.of("//h:8443/a/npm/:certfile", "//h:8443/a/npm/:keyfile")));
    }

    @Test
    void a_tarball_elsewhere_on_the_registrys_host_gets_the_registrys_credential_and_none_on_another() {
        AuthLookup lookup = AuthLookup.of(Map.of("//h:8443/a/npm/registry/:_authToken", "t"));

        assertThat(lookup.find(WebUrl.parse("http://h:8443/_apis/left-pad.tgz", "test"), FEED))
                .isEqualTo(lookup.find(FEED))
                .isPresent();
        assertThat(lookup.find(WebUrl.parse("https://h/_apis/left-pad.tgz", "test"), FEED))
                .isEmpty();
        assertThat(lookup.find(WebUrl.parse("https://x.h:8443/left-pad.tgz", "test"), FEED))
                .isEmpty();
    }
}
