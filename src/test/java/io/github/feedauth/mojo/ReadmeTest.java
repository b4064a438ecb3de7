package io.github.feedauth.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.check.Code;
import io.github.feedauth.check.ShownReport;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.Feeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The README's snippets, taken from it and used. The quick start is built for real by {@code src/it/readme-quick-start}. */
class ReadmeTest {
    private String readme;

    @BeforeEach
    void read() throws IOException {
        readme = Files.readString(Path.of("README.md"));
    }

    @Test
    void every_feed_shown_is_a_feed_of_the_registry_it_should_be() throws Exception {
        List<String> urls = snippets("xml")
                .map(ReadmeTest::parse)
                .filter(snippet -> snippet.getTagName().startsWith("feed")
                        || !elements(snippet, "feed").isEmpty())
                .flatMap(snippet -> feeds(snippet).list().stream())
                .map(feed -> feed.url().text())
                .toList();
        assertThat(urls)
                .containsExactly(
                        "https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/",
                        "https://tfs.example.com/tfs/DefaultCollection/Web%20Shop/_packaging/Shared/npm/registry/",
                        "https://pkgs.dev.azure.com/contoso/_packaging/Shared@Release/npm/registry/",
                        "https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/",
                        "https://pkgs.dev.azure.com/contoso/_packaging/Tools/npm/registry/",
                        "https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/");
    }

    @Test
    void what_is_shown_of_the_stores_is_what_their_integration_tests_build() throws IOException {
        String ephemeral = snippets("xml")
                .filter(snippet -> snippet.contains("<extensions>"))
                .findFirst()
                .orElseThrow();
        String build = snippets("xml")
                .filter(snippet -> snippet.startsWith("<environmentVariables>"))
                .findFirst()
                .orElseThrow();
        assertThat(pomOf("main-store-ephemeral"))
                .contains(squeezed(ephemeral)
                        .replace("0.1.0-SNAPSHOT", "@project.version@")
                        .replace("https://pkgs.dev.azure.com", "http://127.0.0.1:@feed.port@"));
        assertThat(pomOf("store-build")).contains(squeezed(build));
    }

    @Test
    void what_is_shown_of_publishing_is_what_an_integration_test_builds() throws IOException {
        String section = readme.substring(
                readme.indexOf("## `feedauth:check-publish`"), readme.indexOf("## What is written where"));
        List<String> shown = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL)
                .matcher(section)
                .results()
                .map(snippet ->
                        squeezed(snippet.group(1)).replace("<onPublished>skip<", "<onPublished>${on.published}<"))
                .toList();
        assertThat(shown).hasSize(2);
        assertThat(pomOf("check-publish")).contains(shown);
    }

    private static String pomOf(String integrationTest) throws IOException {
        return squeezed(Files.readString(Path.of("src/it", integrationTest, "pom.xml")));
    }

    private static String squeezed(String xml) {
        return xml.replaceAll("\\s+", "");
    }

    @Test
    void the_server_shown_is_found_by_the_feeds_name() {
        String server = snippets("xml")
                .filter(snippet -> snippet.startsWith("<server>"))
                .findFirst()
                .orElseThrow();
        Feed quickStart =
                feeds(parse(snippets("xml").findFirst().orElseThrow())).list().get(0);
        assertThat(parse(server).getElementsByTagName("id").item(0).getTextContent())
                .isEqualTo(quickStart.azure().orElseThrow().name());
    }

    @Test
    void the_library_shown_for_Entra_is_the_one_that_is_tested() throws IOException {
        String entra = snippets("xml")
                .filter(snippet -> snippet.contains("<entra>"))
                .findFirst()
                .orElseThrow();
        String version = elements(parse(entra), "version").get(1).getTextContent();
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<azure-identity.version>" + version + "</azure-identity.version>");
        assertThat(Files.readString(Path.of("src/main/java/io/github/feedauth/credential/AzureIdentity.java")))
                .contains("<version>" + version + "</version>");
    }

    @Test
    void the_table_has_every_parameter_and_no_other() {
        String table = readme.substring(
                readme.indexOf("## Parameters of `feedauth:configure`"), readme.indexOf("### Which credential"));
        assertThat(rows(table)).containsExactlyInAnyOrderElementsOf(parameters(ConfigureMojo.class));
    }

    @Test
    void the_tables_of_the_other_goals_have_every_parameter_and_no_other() {
        String check = readme.substring(readme.indexOf("## `feedauth:check`"), readme.indexOf("### Codes"));
        String publish = readme.substring(
                readme.indexOf("## `feedauth:check-publish`"), readme.indexOf("## What is written where"));
        List<String> configure = parameters(ConfigureMojo.class);
        assertThat(rows(check)).containsExactlyInAnyOrderElementsOf(without(configure, parameters(CheckMojo.class)));
        assertThat(rows(publish))
                .containsExactlyInAnyOrderElementsOf(
                        without(configure, without(parameters(CheckMojo.class), parameters(CheckPublishMojo.class))));
    }

    private static List<String> without(List<String> known, List<String> parameters) {
        return parameters.stream().filter(name -> !known.contains(name)).toList();
    }

    private static List<String> rows(String text) {
        return Pattern.compile("^\\| `(\\w+)`", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    @Test
    void the_table_of_codes_has_every_code_and_how_bad_it_is() {
        String table = readme.substring(readme.indexOf("### Codes"), readme.indexOf("## `feedauth:check-publish`"));
        List<String> rows = Pattern.compile("^\\| (FA\\d+) \\| (\\w+) \\|", Pattern.MULTILINE)
                .matcher(table)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Code.values())
                        .map(code -> code.text() + " " + code.severity().name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void the_report_shown_is_what_check_writes(@TempDir Path temp) throws IOException {
        assertThat(snippets("text").findFirst().orElseThrow())
                .isEqualTo(String.join("\n", ShownReport.lines(temp)).strip());
    }

    @Test
    void the_files_shown_have_the_keys_that_are_written() {
        Feed feed =
                feeds(parse(snippets("xml").findFirst().orElseThrow())).list().get(0);
        List<String> files = snippets("ini").toList();
        assertThat(files.get(0))
                .isEqualTo(feed.registryKeys().get(0) + "=" + feed.url().text());
        assertThat(files.get(1).lines().map(line -> line.substring(0, line.indexOf('='))))
                .containsExactlyElementsOf(feed.url().keyPrefixes().stream()
                        .flatMap(prefix -> Stream.of(prefix + ":username", prefix + ":_password"))
                        .toList());
    }

    @Test
    void the_commands_shown_exist() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(String.join("\n", snippets("sh").toList()))
                .contains("mvn verify -P demo")
                .contains("mvn feedauth:configure")
                .contains("mvn feedauth:check");
        assertThat(pom).contains("<id>demo</id>").contains("<goalPrefix>feedauth</goalPrefix>");
        assertThat(Files.readString(Path.of(".ci/run")))
                .contains("mvn --batch-mode --no-transfer-progress verify\nproof/run small\n");
        assertThat(Files.readString(Path.of("CONTRIBUTING.md"))).contains("\nproof/run small ");
    }

    private Stream<String> snippets(String language) {
        return Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map((MatchResult block) -> block.group(1).strip());
    }

    private static Feeds feeds(Element snippet) {
        List<Element> elements = elements(snippet, "feed");
        if (snippet.getTagName().equals("feed")) {
            elements = List.of(snippet);
        }
        List<FeedParameter> parameters = elements.stream().map(ReadmeTest::feed).toList();
        return new FeedsParameter(null, parameters).toFeeds(false);
    }

    /** As Maven does: text goes to {@code set}, elements to the fields of their name. */
    private static FeedParameter feed(Element element) {
        FeedParameter feed = new FeedParameter();
        List<Element> children = elements(element, "*");
        if (children.isEmpty()) {
            feed.set(element.getTextContent());
        }
        for (Element child : children) {
            assertThat(parameters(FeedParameter.class)).contains(child.getTagName());
            try {
                Field field = FeedParameter.class.getDeclaredField(child.getTagName());
                field.setAccessible(true);
                String text = child.getTextContent();
                field.set(feed, field.getType() == List.class ? Arrays.asList(text.split(",", -1)) : text);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }
        return feed;
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.github.feedauth");
    }

    private static List<String> parameters(Class<?> type) {
        return Stream.<Class<?>>iterate(type, ReadmeTest::isOurs, Class::getSuperclass)
                .flatMap(owner -> Arrays.stream(owner.getDeclaredFields()))
                .filter(field -> !field.isSynthetic() && !Modifier.isFinal(field.getModifiers()))
                .map(Field::getName)
                .toList();
    }

    private static List<Element> elements(Element parent, String name) {
        var nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .<Node>mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }

    private static Element parse(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("Not well-formed: " + xml, e);
        }
    }
}
