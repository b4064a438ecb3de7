package io.github.feedauth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedCoordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Azure's own tools set: the feed endpoints, the access token, and the token of the pipeline's job. */
class AzureVariablesTest {
    private static final String ENDPOINTS = "ARTIFACTS_CREDENTIALPROVIDER_EXTERNAL_FEED_ENDPOINTS";
    private static final String OLD_ENDPOINTS = "VSS_NUGET_EXTERNAL_FEED_ENDPOINTS";
    private static final String PAT = "sentinel-pat-one";
    private static final String OTHER_PAT = "sentinel-pat-two";
    private static final String SHARED = "https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/";
    private static final String ONPREM = "https://tfs.example.com/tfs/Main/Shop/_packaging/F/npm/registry/";
    private static final String OTHER_REGISTRY = "https://npm.example.com/";

    private final List<String> warnings = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pkgs.dev.azure.com/contoso/_packaging/Shared/nuget/v3/index.json",
                "https://PKGS.dev.azure.com:443/Contoso/_packaging/shared/nuget/v3/index.json",
                "https://pkgs.dev.azure.com/contoso/_packaging/Shared/nuget/v2",
                "https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/",
                "https://pkgs.dev.azure.com/contoso/_packaging/Shared/maven/v1",
                "https://pkgs.dev.azure.com/contoso/_packaging/Shared/pypi/simple/",
            })
    void an_endpoint_is_the_address_of_any_of_the_feeds_protocols(String endpoint) {
        FoundToken found =
                endpoints(Map.of(ENDPOINTS, json(entry(endpoint, PAT))), SHARED).orElseThrow();
        assertThat(found.token().secret()).isEqualTo(Secret.of(PAT));
        assertThat(found.userName()).contains("someone");
        assertThat(found.origin()).isEqualTo("environment variable " + ENDPOINTS + ", entry 1");
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pkgs.dev.azure.com/contoso/_packaging/Shared2/nuget/v3/index.json",
                "https://pkgs.dev.azure.com/contoso/_packaging/Share/nuget/v3/index.json",
                "https://pkgs.dev.azure.com/contoso/_packaging/Shared@Release/nuget/v3/index.json",
                "https://pkgs.dev.azure.com/contoso/Shop/_packaging/Shared/nuget/v3/index.json",
                "https://pkgs.dev.azure.com/other/_packaging/Shared/nuget/v3/index.json",
                "http://pkgs.dev.azure.com/contoso/_packaging/Shared/nuget/v3/index.json",
                "https://pkgs.dev.azure.com:8443/contoso/_packaging/Shared/nuget/v3/index.json",
                "https://pkgs.dev.azure.com.evil.example/contoso/_packaging/Shared/nuget/v3/index.json",
                "https://npm.example.com/",
                "https://pkgs.dev.azure.com/",
            })
    void an_endpoint_of_another_feed_is_not_mine(String endpoint) {
        assertThat(endpoints(Map.of(ENDPOINTS, json(entry(endpoint, PAT))), SHARED))
                .isEmpty();
    }

    @Test
    void the_new_name_comes_before_the_old_one_and_either_is_enough() {
        String one = json(entry(SHARED, PAT));
        String two = json(entry(SHARED, OTHER_PAT));
        assertThat(secret(endpoints(Map.of(ENDPOINTS, one, OLD_ENDPOINTS, two), SHARED)))
                .isEqualTo(PAT);
        assertThat(secret(endpoints(Map.of(ENDPOINTS, " ", OLD_ENDPOINTS, two), SHARED)))
                .isEqualTo(OTHER_PAT);
        assertThat(endpoints(Map.of(), SHARED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17",
                "null",
                "{}",
                "{'endpoint':7,'password':'sentinel-pat-two'}",
                "{'endpoint':'" + SHARED + "'}",
                "{'endpoint':'" + SHARED + "','password':7}",
                "{'endpoint':'" + SHARED + "','password':' '}",
                "{'endpoint':'" + SHARED + "','password':'sentinel-pat-two with a space'}",
            })
    void one_bad_entry_is_reported_by_its_number_and_the_others_are_used(String bad) {
        FeedEndpointsSource source = new FeedEndpointsSource(
                Map.of(ENDPOINTS, json(bad.replace('\'', '"'), entry(SHARED, PAT))), warnings::add);
        assertThat(secret(source.ask(feed(SHARED)))).isEqualTo(PAT);
        source.ask(feed(SHARED));
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains(ENDPOINTS + ", entry 1")
                .endsWith("The other entries are used.")
                .doesNotContain("sentinel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sentinel", "[]", "{\"endpointCredentials\":\"sentinel\"}", "{\"sentinel\":", "{}"})
    void what_is_no_list_of_endpoints_fails_without_repeating_it(String json) {
        assertThatThrownBy(() -> endpoints(Map.of(ENDPOINTS, json), SHARED))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("environment variable " + ENDPOINTS)
                .hasMessageContaining("endpointCredentials")
                .hasMessageNotContaining("sentinel")
                .hasNoCause();
    }

    @Test
    void the_access_token_goes_to_every_feed_of_Services_and_to_no_Server_and_no_other_registry() {
        Map<String, String> both =
                Map.of("ARTIFACTS_CREDENTIALPROVIDER_ACCESSTOKEN", PAT, "VSS_NUGET_ACCESSTOKEN", OTHER_PAT);
        assertThat(secret(new AccessTokenSource(both).ask(feed(SHARED)))).isEqualTo(PAT);
        assertThat(new AccessTokenSource(both).ask(feed(ONPREM))).isEmpty();
        assertThat(new AccessTokenSource(both).remedies(feed(ONPREM))).isEmpty();
        assertThat(new AccessTokenSource(both).ask(feed(OTHER_REGISTRY))).isEmpty();
        assertThat(secret(new AccessTokenSource(Map.of("VSS_NUGET_ACCESSTOKEN", OTHER_PAT)).ask(feed(SHARED))))
                .isEqualTo(OTHER_PAT);
        assertThat(new AccessTokenSource(Map.of("VSS_NUGET_ACCESSTOKEN", " ")).ask(feed(SHARED)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://dev.azure.com/contoso/,                 https://pkgs.dev.azure.com/contoso/_packaging/F/npm/registry/,            true",
        "https://dev.azure.com/Contoso,                  https://pkgs.dev.azure.com/contoso/Shop/_packaging/F/npm/registry/,       true",
        "https://contoso.visualstudio.com/,              https://pkgs.dev.azure.com/contoso/_packaging/F/npm/registry/,            true",
        "https://dev.azure.com/contoso/,                 https://contoso.pkgs.visualstudio.com/Shop/_packaging/F/npm/registry/,    true",
        "https://dev.azure.com/contoso/,                 https://pkgs.dev.azure.com/contoso2/_packaging/F/npm/registry/,           false",
        "https://dev.azure.com/contoso/,                 https://pkgs.dev.azure.com/other/contoso/_packaging/F/npm/registry/,      false",
        "https://dev.azure.com/contoso/,                 https://pkgs.dev.azure.com:8443/contoso/_packaging/F/npm/registry/,       false",
        "https://dev.azure.com/contoso/,                 https://evil.example/contoso/_packaging/F/npm/registry/,                  false",
        "https://dev.azure.com/contoso/,                 https://npm.example.com/contoso/,                                         false",
        "https://tfs.example.com/tfs/Main/,              https://tfs.example.com/tfs/Main/_packaging/F/npm/registry/,              true",
        "https://tfs.example.com/tfs/Main,               https://tfs.example.com/tfs/main/Shop/_packaging/F/npm/registry/,         true",
        "https://tfs.example.com/tfs/Main/,              https://tfs.example.com/tfs/Main2/_packaging/F/npm/registry/,             false",
        "https://tfs.example.com/tfs/Main/,              https://tfs.example.com:8443/tfs/Main/_packaging/F/npm/registry/,         false",
        "https://tfs.example.com/tfs/Main/,              https://tfs.example.com.evil.example/tfs/Main/_packaging/F/npm/registry/, false",
        "https://tfs.example.com/,                       https://tfs.example.com/tfs/Main/_packaging/F/npm/registry/,              false",
        "'',                                             https://pkgs.dev.azure.com/contoso/_packaging/F/npm/registry/,            false",
        "nonsense,                                       https://pkgs.dev.azure.com/contoso/_packaging/F/npm/registry/,            false",
    })
    void the_jobs_token_goes_to_feeds_of_its_own_organization_or_collection(
            String collection, String feed, boolean mine) {
        assertThat(job("True", collection, PAT).ask(feed(feed)).isPresent()).isEqualTo(mine);
    }

    @Test
    void outside_of_a_pipeline_the_jobs_token_is_no_source_at_all() {
        PipelineSource source = job("", "https://dev.azure.com/contoso/", PAT);
        assertThat(source.ask(feed(SHARED))).isEmpty();
        assertThat(source.remedies(feed(SHARED))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "$(System.AccessToken)"})
    void where_the_step_does_not_map_the_jobs_token_the_YAML_that_does_is_shown(String value) {
        PipelineSource source = job("True", "https://dev.azure.com/contoso/", value);
        assertThat(source.ask(feed(SHARED))).isEmpty();
        assertThat(source.remedies(feed(SHARED)))
                .singleElement()
                .asString()
                .contains("\n      env:\n        SYSTEM_ACCESSTOKEN: $(System.AccessToken)");
        assertThat(source.remedies(feed("https://pkgs.dev.azure.com/other/_packaging/F/npm/registry/")))
                .singleElement()
                .asString()
                .contains("feeds of https://dev.azure.com/contoso/ only");
        assertThat(job("True", "", value).remedies(feed(SHARED)))
                .singleElement()
                .asString()
                .contains("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI, which names it, is not set");
    }

    @Test
    void nobody_is_told_to_set_a_variable_of_Azures_for_another_registry() {
        assertThat(new FeedEndpointsSource(Map.of(), warnings::add).remedies(feed(OTHER_REGISTRY)))
                .isEmpty();
        assertThat(new FeedEndpointsSource(Map.of(), warnings::add).remedies(feed(SHARED)))
                .hasSize(1);
    }

    private Optional<FoundToken> endpoints(Map<String, String> environment, String feed) {
        return new FeedEndpointsSource(environment, warnings::add).ask(feed(feed));
    }

    private static String json(String... entries) {
        return "{\"endpointCredentials\":[" + String.join(",", entries) + "]}";
    }

    private static String entry(String endpoint, String password) {
        return "{\"endpoint\":\"" + endpoint + "\",\"username\":\"someone\",\"password\":\"" + password + "\"}";
    }

    private static PipelineSource job(String mark, String collection, String token) {
        return new PipelineSource(Map.of(
                "TF_BUILD", mark, "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI", collection, "SYSTEM_ACCESSTOKEN", token));
    }

    private static Feed feed(String url) {
        return Feed.of(FeedCoordinates.ofUrl(url).locate("parameter feed"));
    }

    private static String secret(Optional<FoundToken> found) {
        return found.orElseThrow().token().secret().reveal();
    }
}
