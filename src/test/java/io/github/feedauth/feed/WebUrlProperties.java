package io.github.feedauth.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.failure.FeedAuthFailure;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WebUrlProperties {

    @Provide
    Arbitrary<String> urls() {
        return Arbitraries.longs().map(seed -> new UrlTexts(seed).next());
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings().all().ofMaxLength(40).map(text -> "https://" + text);
    }

    @Property(tries = 5_000, seed = "20261124")
    void a_url_read_again_from_its_own_text_is_the_same(@ForAll("urls") String text) {
        WebUrl url;
        try {
            url = WebUrl.parse(text, "test");
        } catch (FeedAuthFailure refused) {
            return;
        }
        assertThat(WebUrl.parse(url.text(), "again")).isEqualTo(url);
    }

    @Property(tries = 5_000, seed = "20261124")
    void a_registry_read_again_from_its_own_text_is_the_same(@ForAll("urls") String text) {
        RegistryUrl registry;
        try {
            registry = RegistryUrl.parse(text, "test");
        } catch (FeedAuthFailure refused) {
            return;
        }
        assertThat(RegistryUrl.parse(registry.text(), "again")).isEqualTo(registry);
        assertThat(registry.text()).endsWith("/");
        assertThat(registry.keyPrefixes()).isNotEmpty();
    }

    @Property(tries = 5_000, seed = "20261124")
    void whatever_is_typed_is_read_or_refused_in_printable_words(@ForAll("anything") String text) {
        try {
            RegistryUrl.parse(text, "test");
        } catch (FeedAuthFailure refused) {
            assertThat(refused.getMessage().chars()).noneMatch(Character::isISOControl);
        }
    }
}
