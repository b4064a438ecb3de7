package io.github.feedauth.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feedauth.failure.FeedAuthFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedCoordinatesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // organization, collectionUrl, name, project, view, URL
                "acme, -, Web, -, -, https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/",
                "acme, -, Web, -, Release, https://pkgs.dev.azure.com/acme/_packaging/Web@Release/npm/registry/",
                "acme, -, Web@Release, '  ', -, https://pkgs.dev.azure.com/acme/_packaging/Web@Release/npm/registry/",
                "acme, -, My Größe, Le Project, -, https://pkgs.dev.azure.com/acme/Le%20Project/_packaging/My%20Gr%C3%B6%C3%9Fe/npm/registry/",
                "acme, -, ' We^b ', -, -, https://pkgs.dev.azure.com/acme/_packaging/We%5Eb/npm/registry/",
                "-, https://tfs.example.com/tfs/DefaultCollection, Web, -, -, https://tfs.example.com/tfs/DefaultCollection/_packaging/Web/npm/registry/",
                "-, http://TFS:8080/tfs/C/, Web, Shop, -, http://tfs:8080/tfs/C/Shop/_packaging/Web/npm/registry/",
            })
    void elements_make_the_registry_url(
            String organization, String collectionUrl, String name, String project, String view, String url) {
        FeedLocation location =
                new FeedCoordinates(null, organization, collectionUrl, name, project, view).locate("parameter feed");

        assertThat(location.url().text()).isEqualTo(url);
    }

    @Test
    void elements_know_a_project_that_the_url_alone_does_not_tell() {
        FeedLocation project =
                new FeedCoordinates(null, null, "https://tfs/C", "Web", "Shop", null).locate("parameter feed");
        FeedLocation collection =
                new FeedCoordinates(null, null, "https://tfs/a/b/C", "Web", null, null).locate("parameter feed");

        assertThat(project.azure().orElseThrow().project()).hasValue("Shop");
        assertThat(project.azure().orElseThrow().owner()).isEqualTo("C");
        assertThat(project.azure().orElseThrow().defaultUserName()).isEqualTo("AzureDevOps");
        assertThat(FeedLocation.of(project.url()).azure().orElseThrow().project())
                .isEmpty();
        assertThat(collection.azure().orElseThrow().owner()).isEqualTo("a/b/C");
        assertThat(collection.azure().orElseThrow().defaultUserName()).isEqualTo("DefaultCollection");
    }

    @Test
    void a_url_alone_is_enough() {
        assertThat(FeedCoordinates.ofUrl(" http://localhost:4873 ")
                        .locate("parameter feed")
                        .url()
                        .text())
                .isEqualTo("http://localhost:4873/");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                // url | organization | collectionUrl | name | project | view | what the message says
                "- | - | - | - | - | - | no feed is given",
                "- | ' ' | - | '' | - | - | no feed is given",
                "https://h/ | acme | - | Web | - | - | together with organization, name",
                "https://h/ | - | - | - | - | V | together with view",
                "- | acme | https://tfs/C | Web | - | - | organization and collectionUrl are both given",
                "- | - | - | Web | - | - | organization or collectionUrl is missing",
                "- | - | - | - | Shop | - | organization or collectionUrl is missing",
                "- | acme | - | - | - | - | the feed's name is missing",
                "- | acme | - | Web@A | - | B | the view is given twice",
                "- | acme | - | Web@A@B | - | - | more than one @",
                "- | acme | - | @A | - | - | more than one @",
                "- | acme | - | Web | - | @A | Write it alone",
                "- | acme | - | My%20Web | - | - | the plain name, not the encoded one, as in <name>Web</name>",
                "- | acme | - | Web | My%20Shop | - | the plain name, not the encoded one, as in <project>Shop</project>",
                "- | acme | - | a/b | - | - | has a /",
                "- | acme | - | a?b | - | - | has a ?",
                "- | acme | - | a;b | - | - | has a ;",
                "- | acme | - | a=b | - | - | has a =",
                "- | acme | - | a:b | - | - | has a :",
                "- | acme | - | a#b | - | - | has a #",
                "- | acme | - | .. | - | - | only dots",
                "- | acme | - | Web | . | - | only dots",
                "- | ac/me | - | Web | - | - | has a /",
                "- | https://dev.azure.com/acme/Shop | - | Web | - | - | <organization>acme</organization>",
                "- | https://acme.visualstudio.com | - | Web | - | - | <organization>acme</organization>",
                "- | dev.azure.com/acme | - | Web | - | - | <organization>acme</organization>",
                "- | acme.pkgs.visualstudio.com | - | Web | - | - | <organization>acme</organization>",
                "- | - | https://dev.azure.com/acme | Web | - | - | <organization>acme</organization> instead",
                "- | - | ftp://tfs/C | Web | - | - | not an http or https URL",
                "- | - | https://tfs/C/_packaging/Web/npm/registry/ | Web | - | - | as url",
                "- | - | https://tfs/ | Web | - | - | has no collection",
                "- | - | https://tfs//C | Web | - | - | is empty",
                "https://pkgs.dev.azure.com/acme/_packaging/${feed}/npm/registry/ | - | - | - | - | - | a property that is not set",
                "registry=https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/ | - | - | - | - | - | what stands behind its =",
                "@tools:registry = https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/ | - | - | - | - | - | the URL alone",
                "//pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/:_password=c2VjcmV0 | - | - | - | - | - | for a credential",
                "- | acme | - | ${feed} | - | - | name refers to a property that is not set",
                "https://feeds.dev.azure.com/acme/_apis/packaging/feeds/Web | - | - | - | - | - | names no feed",
            })
    void what_does_not_make_a_feed_is_answered_with_what_does(
            String url,
            String organization,
            String collectionUrl,
            String name,
            String project,
            String view,
            String message) {
        FeedCoordinates coordinates = new FeedCoordinates(url, organization, collectionUrl, name, project, view);

        assertThat(catchThrowableOfType(FeedAuthFailure.class, () -> coordinates.locate("parameter feed"))
                        .getMessage())
                .contains("(parameter feed")
                .containsIgnoringCase(message);
    }

    @Test
    void a_name_that_would_forge_a_line_or_colour_is_refused_without_being_repeated() {
        for (String name : new String[] {"a\nb", "a\u001b[31mb", "a\u2028b", "a\ud800b", "a\u0000b"}) {
            FeedAuthFailure failure = catchThrowableOfType(
                    FeedAuthFailure.class,
                    () -> new FeedCoordinates(null, "acme", null, name, null, null).locate("parameter feed"));
            assertThat(failure).isNotNull();
            assertThat(failure.getMessage().chars()).noneMatch(c -> Character.isISOControl(c) || c == 0x2028);
        }
    }

    @Test
    void of_a_text_with_an_unset_property_nothing_else_is_repeated() {
        for (String url : new String[] {
            "https://ada:zQ7Kx@pkgs.dev.azure.com/acme/_packaging/${feed.name}/npm/registry/",
            "https://ada:${pat zQ7Kx@pkgs.dev.azure.com/acme/_packaging/${feed.name}/npm/registry/"
        }) {
            assertThatThrownBy(() -> FeedCoordinates.ofUrl(url).locate("parameter feed"))
                    .isInstanceOf(FeedAuthFailure.class)
                    .hasMessageContaining("(parameter feed: ${feed.name})")
                    .hasMessageNotContaining("zQ7Kx");
        }
    }

    @Test
    void an_organization_with_a_password_in_it_is_not_repeated() {
        FeedCoordinates coordinates =
                new FeedCoordinates(null, "https://user:zQ7Kx@dev.azure.com/acme", null, "Web", null, null);

        assertThat(catchThrowableOfType(FeedAuthFailure.class, () -> coordinates.locate("parameter feed")))
                .isNotNull()
                .message()
                .doesNotContain("zQ7Kx");
    }
}
