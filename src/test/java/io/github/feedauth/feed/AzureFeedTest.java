package io.github.feedauth.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureFeedTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/, SERVICES, acme, -, Web, -, AzureDevOps",
                "https://pkgs.dev.azure.com/acme/My Shop/_packaging/Größe@Release/npm/registry/, SERVICES, acme, My Shop, Größe, Release, AzureDevOps",
                "https://acme.pkgs.visualstudio.com/_packaging/Web/npm/registry/, SERVICES, acme, -, Web, -, AzureDevOps",
                "https://acme.pkgs.visualstudio.com/DefaultCollection/_packaging/Web/npm/registry/, SERVICES, acme, -, Web, -, AzureDevOps",
                "https://acme.pkgs.visualstudio.com/Shop/_packaging/Web/npm/registry/, SERVICES, acme, Shop, Web, -, AzureDevOps",
                "https://tfs/_packaging/Web/npm/registry/, SERVER, '', -, Web, -, DefaultCollection",
                "https://tfs/C/_packaging/Web/npm/registry/, SERVER, C, -, Web, -, DefaultCollection",
                "https://tfs/tfs/C/_packaging/Web/npm/registry/, SERVER, tfs/C, -, Web, -, DefaultCollection",
                "https://tfs/TFS/C/_packaging/Web/npm/registry/, SERVER, TFS/C, -, Web, -, DefaultCollection",
                "https://tfs/devops/DefaultCollection/_packaging/Web/npm/registry/, SERVER, devops/DefaultCollection, -, Web, -, DefaultCollection",
                "https://tfs/DefaultCollection/Shop/_packaging/Web/npm/registry/, SERVER, DefaultCollection, Shop, Web, -, AzureDevOps",
                "https://tfs/C/Shop/_packaging/Web/npm/registry/, SERVER, C/Shop, -, Web, -, DefaultCollection",
                "https://tfs/tfs/C/Shop/_packaging/Web/npm/registry/, SERVER, tfs/C, Shop, Web, -, AzureDevOps",
            })
    void a_registry_url_tells_whose_feed_it_is(
            String url, Deployment deployment, String owner, String project, String name, String view, String user) {
        AzureFeed feed = feed(url);

        assertThat(feed.deployment()).isEqualTo(deployment);
        assertThat(feed.owner()).isEqualTo(owner);
        assertThat(feed.project().orElse(null)).isEqualTo(project);
        assertThat(feed.name()).isEqualTo(name);
        assertThat(feed.view().orElse(null)).isEqualTo(view);
        assertThat(feed.defaultUserName()).isEqualTo(user);
        assertThat(RegistryUrl.parse(url, "test").text()).startsWith(feed.base().text() + "_packaging/");
    }

    @Test
    void another_registry_is_no_azure_feed() {
        assertThat(AzureFeed.of(RegistryUrl.parse("https://nexus.example.com/repository/npm/registry/", "test")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pkgs.dev.azure.com/acme/Shop/_packaging/Web@Release/maven/v1",
                "https://pkgs.dev.azure.com/acme/Shop/_packaging/Web@Release/maven/v1/",
                "https://pkgs.dev.azure.com/acme/Shop/_packaging/Web/maven/v1",
                "https://PKGS.dev.azure.com:443/ACME/shop/_Packaging/web@release/Maven/V1",
            })
    void the_maven_repository_of_the_same_feed_is_its_twin(String maven) {
        assertThat(feed("https://pkgs.dev.azure.com/acme/Shop/_packaging/Web@Release/npm/registry/")
                        .isTwinMavenRepository(maven))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pkgs.dev.azure.com/acme/Shop/_packaging/Web@Prerelease/maven/v1",
                "https://pkgs.dev.azure.com/acme/Shop/_packaging/Web2/maven/v1",
                "https://pkgs.dev.azure.com/acme/_packaging/Web/maven/v1",
                "https://pkgs.dev.azure.com/acme/Shop2/_packaging/Web/maven/v1",
                "https://pkgs.dev.azure.com/acme/Shop/_packaging/Web/npm/registry/",
                "https://pkgs.dev.azure.com/acme/Shop/_packaging/Web/maven/v1/x",
                "https://pkgs.dev.azure.com:8443/acme/Shop/_packaging/Web/maven/v1",
                "https://pkgs.dev.azure.com.evil.com/acme/Shop/_packaging/Web/maven/v1",
                "https://x@pkgs.dev.azure.com/acme/Shop/_packaging/Web/maven/v1",
                "https://repo.example.com/maven2",
                "file:///tmp/repo",
                "${repo.url}",
                "",
            })
    void any_other_repository_is_no_twin(String maven) {
        assertThat(feed("https://pkgs.dev.azure.com/acme/Shop/_packaging/Web@Release/npm/registry/")
                        .isTwinMavenRepository(maven))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://pkgs.dev.azure.com/acme/_packaging/Web/maven/v1, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
        "https://tfs:8080/tfs/C/S/_packaging/My Web@V/maven/v1/, https://tfs:8080/tfs/C/S/_packaging/My%20Web@V/npm/registry/",
    })
    void a_maven_repository_leads_to_the_npm_registry_of_its_feed(String maven, String npm) {
        RegistryUrl twin = AzureFeed.npmTwinOfMaven(maven).orElseThrow();

        assertThat(twin.text()).isEqualTo(npm);
        assertThat(AzureFeed.of(twin).orElseThrow().isTwinMavenRepository(maven))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://repo.example.com/maven2",
                "https://pkgs.dev.azure.com/acme/_packaging/Web/nuget/v3/index.json",
                "https://dev.azure.com/acme/_packaging/Web/maven/v1",
                "https://u:p@pkgs.dev.azure.com/acme/_packaging/Web/maven/v1",
                "https://pkgs.dev.azure.com/acme/_packaging/We;b/maven/v1",
                "not a url",
            })
    void a_repository_that_is_no_feeds_leads_nowhere(String maven) {
        assertThat(AzureFeed.npmTwinOfMaven(maven)).isEmpty();
    }

    private static AzureFeed feed(String url) {
        return AzureFeed.of(RegistryUrl.parse(url, "test")).orElseThrow();
    }
}
