package io.github.feedauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedCoordinates;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistryOverridesTest {
    private static final String FEED = "https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/";
    private static final String OTHER = "https://other.example/npm/";

    @Test
    void a_variable_that_names_another_registry_than_the_default_feed_is_told() {
        for (String name : List.of("NPM_CONFIG_REGISTRY", "npm_config_registry")) {
            assertThat(variable(name, OTHER, feed()))
                    .singleElement()
                    .asString()
                    .contains("variable " + name + " comes before", FEED)
                    .doesNotContain(OTHER);
        }
    }

    @Test
    void one_that_names_the_feed_or_nothing_or_is_another_setting_is_not() {
        assertThat(variable("NPM_CONFIG_REGISTRY", FEED, feed())).isEmpty();
        assertThat(variable("NPM_CONFIG_REGISTRY", FEED.substring(0, FEED.length() - 1), feed()))
                .isEmpty();
        assertThat(variable(
                        "NPM_CONFIG_REGISTRY", FEED.replace("pkgs.dev.azure.com", "PKGS.dev.azure.com:443"), feed()))
                .isEmpty();
        assertThat(new RegistryOverrides(Map.of("NPM_CONFIG_REGISTRY", "${FEED}", "FEED", FEED), Map.of())
                        .warnings(List.of(frontEnd(PackageManager.NPM)), new Feeds(List.of(feed()))))
                .isEmpty();
        assertThat(variable("NPM_CONFIG_REGISTRY", " ", feed())).isEmpty();
        assertThat(variable("NPM_CONFIG_REGISTRY", "no URL", feed())).hasSize(1);
        assertThat(variable("NPM_CONFIG_REGISTRY_2", OTHER, feed())).isEmpty();
    }

    @Test
    void a_feed_with_scopes_is_passed_by_for_its_scopes_alone() {
        assertThat(variable("NPM_CONFIG_REGISTRY", OTHER, feed("@tools"))).isEmpty();
        assertThat(variable("npm_config_@tools:registry", OTHER, feed("@tools")))
                .hasSize(1);
        assertThat(variable("npm_config_@shop:registry", OTHER, feed("@tools"))).isEmpty();
    }

    @Test
    void what_frontend_maven_plugin_adds_to_the_command_line_is_told_by_its_execution() {
        assertThat(argument(OTHER, feed()))
                .singleElement()
                .asString()
                .contains("npmRegistryURL of frontend-maven-plugin (npm-install)", FEED);
        assertThat(argument(FEED, feed())).isEmpty();
        assertThat(argument("${registry}", feed())).isEmpty();
        assertThat(argument(OTHER, feed("@tools"))).isEmpty();
    }

    @Test
    void Yarn_2_and_newer_reads_none_of_it() {
        RegistryOverrides overrides =
                new RegistryOverrides(Map.of("NPM_CONFIG_REGISTRY", OTHER), Map.of("yarn", OTHER));
        Feeds feeds = new Feeds(List.of(feed()));
        assertThat(overrides.warnings(List.of(frontEnd(PackageManager.YARN_BERRY)), feeds))
                .isEmpty();
        assertThat(overrides.warnings(
                        List.of(frontEnd(PackageManager.YARN_BERRY), frontEnd(PackageManager.PNPM)), feeds))
                .hasSize(2);
    }

    @Test
    void Yarn_1_has_variables_of_its_own() {
        RegistryOverrides overrides = new RegistryOverrides(Map.of("YARN_REGISTRY", OTHER), Map.of());
        Feeds feeds = new Feeds(List.of(feed()));
        assertThat(overrides.warnings(List.of(frontEnd(PackageManager.YARN_CLASSIC)), feeds))
                .singleElement()
                .asString()
                .contains("variable YARN_REGISTRY");
        assertThat(overrides.warnings(List.of(frontEnd(PackageManager.NPM)), feeds))
                .isEmpty();
    }

    private static FrontEnd frontEnd(PackageManager manager) {
        Path folder = Path.of("/srv/web");
        return new FrontEnd(folder, folder, new Client(manager, Optional.empty()));
    }

    private static List<String> variable(String name, String value, Feed feed) {
        return new RegistryOverrides(Map.of(name, value), Map.of())
                .warnings(List.of(frontEnd(PackageManager.NPM)), new Feeds(List.of(feed)));
    }

    private static List<String> argument(String url, Feed feed) {
        return new RegistryOverrides(Map.of(), Map.of("npm-install", url))
                .warnings(List.of(frontEnd(PackageManager.NPM)), new Feeds(List.of(feed)));
    }

    private static Feed feed(String... scopes) {
        return new Feed(
                FeedCoordinates.ofUrl(FEED).locate("parameter feed"),
                List.of(scopes).stream()
                        .map(scope -> Scope.parse(scope, "scopes"))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
