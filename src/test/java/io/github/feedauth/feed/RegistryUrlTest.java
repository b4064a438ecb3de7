package io.github.feedauth.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feedauth.failure.FeedAuthFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry, //pkgs.dev.azure.com/acme/_packaging/Web/npm/",
        "https://pkgs.dev.azure.com/acme/My Project/_packaging/Web@Release/npm/registry/,"
                + " //pkgs.dev.azure.com/acme/My%20Project/_packaging/Web@Release/npm/",
        "http://tfs:8080/tfs/C/_Packaging/Web/NPM/Registry/, //tfs:8080/tfs/C/_Packaging/Web/NPM/",
    })
    void a_feed_has_the_two_documented_prefixes(String url, String parent) {
        RegistryUrl registry = RegistryUrl.parse(url, "test");

        assertThat(registry.text()).endsWith("/");
        assertThat(registry.keyPrefixes())
                .extracting(NerfDart::key)
                .containsExactly(registry.text().replaceFirst("^https?:", ""), parent);
    }

    @ParameterizedTest
    @CsvSource({
        "https://nexus.example.com/repository/npm-group, //nexus.example.com/repository/npm-group/",
        "https://art.example.com/artifactory/api/npm/npm/, //art.example.com/artifactory/api/npm/npm/",
        "http://localhost:4873, //localhost:4873/",
        "https://evil-dev.azure.com/acme, //evil-dev.azure.com/acme/",
    })
    void another_registry_is_taken_as_it_is_with_its_own_prefix_alone(String url, String prefix) {
        assertThat(RegistryUrl.parse(url, "test").keyPrefixes())
                .extracting(NerfDart::key)
                .containsExactly(prefix);
    }

    @ParameterizedTest
    @CsvSource({
        "https://pkgs.dev.azure.com/acme/_packaging/Web/nuget/v3/index.json, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
        "https://pkgs.dev.azure.com/acme/_packaging/Web/nuget/v2, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
        "https://pkgs.dev.azure.com/acme/Shop/_packaging/Web@Release/maven/v1, https://pkgs.dev.azure.com/acme/Shop/_packaging/Web@Release/npm/registry/",
        "https://pkgs.dev.azure.com/acme/_packaging/Web/pypi/simple/, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
        "https://pkgs.dev.azure.com/acme/_packaging/Web/pypi/simple, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
        "https://pkgs.dev.azure.com/acme/_packaging/Web/pypi/upload, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
        "https://pkgs.dev.azure.com/acme/_packaging/Web/npm, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
        "https://pkgs.dev.azure.com/acme/_packaging/Web/npm/, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
        "https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry//, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
        "https://pkgs.dev.azure.com/acme/_packaging/Web, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
        "https://acme.pkgs.visualstudio.com/_packaging/Web/maven/v1, https://acme.pkgs.visualstudio.com/_packaging/Web/npm/registry/",
        "http://tfs:8080/tfs/C/_packaging/Web/nuget/v3/index.json, http://tfs:8080/tfs/C/_packaging/Web/npm/registry/",
        "https://dev.azure.com/acme/Shop/_artifacts/feed/Web, https://pkgs.dev.azure.com/acme/Shop/_packaging/Web/npm/registry/",
        "https://dev.azure.com/acme/Shop/_artifacts/feed/Web@Release/Npm/left-pad/overview/1.0.0, https://pkgs.dev.azure.com/acme/Shop/_packaging/Web@Release/npm/registry/",
        "https://dev.azure.com/acme/_artifacts/feed/My Feed?x=y, https://pkgs.dev.azure.com/acme/_packaging/My%20Feed/npm/registry/",
        "https://acme.visualstudio.com/Shop/_artifacts/feed/Web/connect, https://pkgs.dev.azure.com/acme/Shop/_packaging/Web/npm/registry/",
        "https://acme.visualstudio.com/DefaultCollection/Shop/_artifacts/feed/Web, https://pkgs.dev.azure.com/acme/Shop/_packaging/Web/npm/registry/",
        "https://dev.azure.com/acme/Shop/_packaging?_a=feed&feed=My%20Web@Release, https://pkgs.dev.azure.com/acme/Shop/_packaging/My%20Web@Release/npm/registry/",
        "https://acme.visualstudio.com/_packaging?feed=Web&_a=feed, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
        "http://tfs/tfs/C/Shop/_packaging?_a=feed&feed=Web, http://tfs/tfs/C/Shop/_packaging/Web/npm/registry/",
        "https://tfs/tfs/C/Shop/_artifacts/feed/Web, https://tfs/tfs/C/Shop/_packaging/Web/npm/registry/",
        "https://dev.azure.com/acme/_packaging/Web/npm/registry/, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
        "https://acme.visualstudio.com/_packaging/Web/npm/registry/, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
        "https://pkgs.dev.azure.com./acme/_packaging/Web/npm/registry/, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
        "https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/?api-version=7, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
        "https://nexus.example.com/npm?x, https://nexus.example.com/npm/",
    })
    void another_address_of_a_feed_is_answered_with_the_url_that_is_meant(String typed, String meant) {
        FeedAuthFailure failure =
                catchThrowableOfType(FeedAuthFailure.class, () -> RegistryUrl.parse(typed, "parameter feed"));

        assertThat(failure).isNotNull();
        assertThat(failure.nextStep().replaceFirst(", or leave.*", "")).isEqualTo("Write " + meant);
        assertThat(RegistryUrl.parse(meant, "test").text()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "https://dev.azure.com/acme/Shop, https://pkgs.dev.azure.com/acme/Shop/_packaging/{feed}/npm/registry/",
        "https://dev.azure.com/, https://pkgs.dev.azure.com/{organization}/_packaging/{feed}/npm/registry/",
        "https://pkgs.dev.azure.com/acme/, https://pkgs.dev.azure.com/acme/_packaging/{feed}/npm/registry/",
        "https://pkgs.dev.azure.com/acme/_packaging/, https://pkgs.dev.azure.com/acme/_packaging/{feed}/npm/registry/",
        "https://acme.visualstudio.com/, https://pkgs.dev.azure.com/acme/_packaging/{feed}/npm/registry/",
        "https://dev.azure.com/acme/Shop/_artifacts, https://pkgs.dev.azure.com/acme/Shop/_packaging/{feed}/npm/registry/",
        "https://dev.azure.com/acme/Shop/_packaging?feed=%0a&_a=feed, https://pkgs.dev.azure.com/acme/Shop/_packaging/{feed}/npm/registry/",
        "https://pkgs.dev.azure.com/_packaging/Web/npm/registry/, https://pkgs.dev.azure.com/{organization}/[{project}/]_packaging/Web/npm/registry/",
        "https://pkgs.dev.azure.com/a/b/c/_packaging/Web/npm/registry/, https://pkgs.dev.azure.com/{organization}/[{project}/]_packaging/Web/npm/registry/",
    })
    void an_address_without_a_feed_is_answered_with_the_form(String typed, String form) {
        FeedAuthFailure failure =
                catchThrowableOfType(FeedAuthFailure.class, () -> RegistryUrl.parse(typed, "parameter feed"));

        assertThat(failure).isNotNull().hasMessageContaining("Write " + form);
    }

    @Test
    void the_page_of_a_project_may_show_the_organizations_feed_and_the_message_says_so() {
        FeedAuthFailure failure = catchThrowableOfType(
                FeedAuthFailure.class,
                () -> RegistryUrl.parse("https://dev.azure.com/acme/Shop/_artifacts/feed/Web", "parameter feed"));

        assertThat(failure).hasMessageContaining("leave the project's segment out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pkgs.dev.azure.com/acme//_packaging/Web/npm/registry/",
                "https://pkgs.dev.azure.com/acme/_packaging/Web%0d%0aX/npm/registry/",
                "https://pkgs.dev.azure.com/acme/_packaging/Web%2f..%2fX/npm/registry/",
                "https://pkgs.dev.azure.com/acme/_packaging/Web%ff/npm/registry/",
                "https://pkgs.dev.azure.com/acme/_packaging/Web@/npm/registry/",
                "https://pkgs.dev.azure.com/acme/_packaging/@Release/npm/registry/",
                "https://pkgs.dev.azure.com/acme/_packaging/Web@A@B/npm/registry/",
                "https://pkgs.dev.azure.com/ac:me/_packaging/Web/npm/registry/",
                "https://h/a;b/",
                "https://h/a=b/npm/registry/",
            })
    void a_path_that_no_feed_can_have_or_no_key_can_hold_is_refused(String url) {
        assertThat(catchThrowableOfType(FeedAuthFailure.class, () -> RegistryUrl.parse(url, "parameter feed")))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil-dev.azure.com/acme/_packaging/Web/npm/registry/",
                "https://evilpkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
                "https://pkgs.dev.azure.com.evil.com/acme/_packaging/Web/npm/registry/",
                "https://x.pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
                "https://acme.pkgs.visualstudio.com.evil.com/_packaging/Web/npm/registry/",
                "https://evilpkgs.visualstudio.com.evil.com/_packaging/Web/npm/registry/",
                "https://a.evilpkgs.visualstudio.com/_packaging/Web/npm/registry/",
                "https://evil.com/pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
                "https://evil.com\\pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
                "https://pkgs-dev-azure.com/acme/_packaging/Web/npm/registry/",
                "https://xn--pkgs-4ve.dev.azure.com/acme/_packaging/Web/npm/registry/",
            })
    void a_host_that_only_looks_like_azures_is_never_services(String url) {
        try {
            RegistryUrl registry = RegistryUrl.parse(url, "test");
            assertThat(AzureFeed.of(registry).map(AzureFeed::deployment)).hasValue(Deployment.SERVER);
        } catch (FeedAuthFailure refused) {
            assertThat(refused.nextStep()).doesNotContain("evil");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pkgs.dev.azure.com@evil.com/acme/_packaging/Web/npm/registry/",
                "https://pkgs.dev.azure.com:x@evil.com/acme/_packaging/Web/npm/registry/",
                "https://evil.com#pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
                "https://evil.com?pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
                "https://ｐkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
                "https://pkgs。dev.azure.com/acme/_packaging/Web/npm/registry/",
                "https://pkgs.dev.azure.com%2f@evil.com/acme/_packaging/Web/npm/registry/",
                "https://pkgs.dev.azure.com%00.evil.com/acme/_packaging/Web/npm/registry/",
                "https://evilpkgs.visualstudio.com/_packaging/Web/npm/registry/",
                "https://.pkgs.visualstudio.com/_packaging/Web/npm/registry/",
            })
    void a_host_bent_to_look_like_azures_is_refused(String url) {
        assertThat(catchThrowableOfType(FeedAuthFailure.class, () -> RegistryUrl.parse(url, "parameter feed")))
                .isNotNull();
    }

    @Test
    void a_backslash_ends_the_host_as_it_does_for_npm() {
        RegistryUrl registry =
                RegistryUrl.parse("https://pkgs.dev.azure.com\\@evil.com/_packaging/Web/npm/registry/", "test");

        assertThat(registry.url().host()).isEqualTo("pkgs.dev.azure.com");
        assertThat(registry.keyPrefixes())
                .first()
                .hasToString("//pkgs.dev.azure.com/@evil.com/_packaging/Web/npm/registry/");
    }

    @Test
    void plain_http_to_another_machine_needs_a_permission() {
        RegistryUrl remote = RegistryUrl.parse("http://tfs/C/_packaging/Web/npm/registry/", "test");
        RegistryUrl local = RegistryUrl.parse("http://127.0.0.1:4873/", "test");

        assertThat(catchThrowableOfType(FeedAuthFailure.class, () -> remote.requireSecure(false, "parameter feed")))
                .isNotNull()
                .hasMessageContaining("allowInsecureHttp");
        assertThatCode(() -> remote.requireSecure(true, "parameter feed")).doesNotThrowAnyException();
        assertThatCode(() -> local.requireSecure(false, "parameter feed")).doesNotThrowAnyException();
        assertThat(remote.isInsecure()).isTrue();
        assertThat(local.isInsecure()).isFalse();
    }
}
