package io.github.feedauth.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedsTest {
    private static final String WEB = "https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/";
    private static final String LIB = "https://pkgs.dev.azure.com/acme/_packaging/Lib/npm/registry/";

    @Test
    void a_feed_without_scopes_is_the_registry_and_one_with_scopes_is_theirs() {
        assertThat(feed(WEB).registryKeys()).containsExactly("registry");
        assertThat(feed(WEB, "acme", "@acme-ui").registryKeys()).containsExactly("@acme:registry", "@acme-ui:registry");
    }

    @Test
    void feeds_that_fit_together_are_taken_in_their_order() {
        Feeds feeds = new Feeds(List.of(feed(WEB), feed(LIB, "lib"), feed(WEB, "web")));

        assertThat(feeds.list())
                .extracting(Feed::registryKeys)
                .containsExactly(List.of("registry"), List.of("@lib:registry"), List.of("@web:registry"));
    }

    @Test
    void two_feeds_without_scopes_are_refused_by_name() {
        assertThat(refusal(feed(WEB), feed(LIB)))
                .hasMessageContaining(WEB)
                .hasMessageContaining(LIB)
                .hasMessageContaining("<scopes>");
    }

    @Test
    void a_scope_in_two_feeds_is_refused_by_name() {
        assertThat(refusal(feed(WEB, "a", "b"), feed(LIB, "c", "@b")))
                .hasMessageContaining("@b")
                .hasMessageContaining(WEB)
                .hasMessageContaining(LIB);
    }

    @Test
    void a_scope_twice_in_one_feed_is_refused() {
        assertThat(catchThrowableOfType(FeedAuthFailure.class, () -> feed(WEB, "a", "@a")))
                .isNotNull();
    }

    @Test
    void one_key_prefix_cannot_hold_two_credentials() {
        String npm = "https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry";
        for (Feed other : List.of(
                feed(npm, "server", null, null),
                feed(npm, null, "OTHER_PAT", null),
                feed(npm, null, null, "somebody"))) {
            assertThat(refusal(feed(WEB), other))
                    .hasMessageContaining("//pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/")
                    .hasMessageContaining("(no scopes)")
                    .hasMessageContaining("(@x)");
        }
    }

    @Test
    void the_parent_prefix_and_the_other_scheme_share_the_key_too() {
        Feed registry = feed("https://h/npm/registry/");

        assertThat(refusal(registry, feed("https://h/npm/", "server", null, null)))
                .hasMessageContaining("//h/npm/");
        assertThat(refusal(registry, feed("http://h/npm/registry/", "server", null, null)))
                .hasMessageContaining("//h/npm/registry/");
        assertThatCode(() -> new Feeds(List.of(registry, feed("https://h:8443/npm/", "server", null, null))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "acme/",
                "@acme/x",
                "@acme:registry",
                "a b",
                "a=b",
                "a;b",
                "a#b",
                "a\nb",
                "a]",
                "${X}",
                ".a",
                "..",
                "é",
                "a\u2028b",
                "@@a",
                "a%20"
            })
    void what_npm_takes_for_no_scope_is_refused(String text) {
        assertThat(catchThrowableOfType(FeedAuthFailure.class, () -> Scope.parse(text, "parameter scopes")))
                .isNotNull()
                .hasMessageContaining("@acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a\nb",
                "a\rb",
                "a\u0000b",
                "a\u2028b",
                "a;b",
                "a#b",
                "\"a\"",
                "'a",
                "a\"",
                "${A}",
                "x${A}",
                " a",
                "a ",
                "\u00a0a",
                "a\ufeff",
                "a:b",
                "true",
                "false",
                "null",
                "undefined",
                "a\\\\b",
                "a\ud800"
            })
    void a_user_name_that_npm_would_read_otherwise_is_refused_unrepeated(String name) {
        FeedAuthFailure failure = catchThrowableOfType(FeedAuthFailure.class, () -> feed(WEB, null, null, name));

        assertThat(failure).isNotNull().hasMessageContaining(WEB);
        assertThat(failure.getMessage().chars()).noneMatch(Character::isISOControl);
    }

    @Test
    void a_variable_name_that_looks_like_its_value_is_not_repeated() {
        for (String name : List.of("", "zQ7Kx=", "$zQ7Kx", "${env.zQ7Kx}", "zQ7Kx ", "7zQ7Kx")) {
            assertThat(catchThrowableOfType(FeedAuthFailure.class, () -> feed(WEB, null, name, null)))
                    .isNotNull()
                    .message()
                    .doesNotContain("zQ7Kx");
        }
    }

    private static FeedAuthFailure refusal(Feed... feeds) {
        FeedAuthFailure failure = catchThrowableOfType(FeedAuthFailure.class, () -> new Feeds(Arrays.asList(feeds)));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static Feed feed(String url, String... scopes) {
        return new Feed(
                FeedCoordinates.ofUrl(url).locate("test"),
                Arrays.stream(scopes).map(scope -> Scope.parse(scope, "test")).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Feed feed(String url, String serverId, String patEnvName, String username) {
        return new Feed(
                FeedCoordinates.ofUrl(url).locate("test"),
                List.of(new Scope("x")),
                Optional.ofNullable(serverId),
                Optional.ofNullable(patEnvName),
                Optional.ofNullable(username));
    }
}
