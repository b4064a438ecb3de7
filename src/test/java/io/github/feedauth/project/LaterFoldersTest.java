package io.github.feedauth.project;

import static io.github.feedauth.project.Build.execution;
import static io.github.feedauth.project.Build.model;
import static io.github.feedauth.project.Build.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaterFoldersTest {
    @TempDir
    Path basedir;

    @ParameterizedTest(name = "a plugin told \"{0}\" makes web/app: {1}")
    @CsvSource({
        "web/app, true",
        "./web/../web/app/, true",
        "web/app/package.json, true",
        "web, true",
        "web/application, false",
        "web/other, false",
        "app, false",
        "17, false",
        "., false",
        "/, false",
        "'', false",
    })
    void a_plugin_makes_the_folder_that_it_is_told_of_what_is_in_it_and_a_missing_one_around_it(
            String value, boolean makes) {
        assertThat(told(value, "web/app")).isEqualTo(makes);
    }

    @Test
    void an_absolute_path_names_it_as_well() {
        assertThat(told(basedir.resolve("web/app").toString(), "web/app")).isTrue();
    }

    @Test
    void an_attribute_names_it_as_well() {
        Xpp3Dom copy = new Xpp3Dom("copy");
        copy.setAttribute("todir", "web/app");
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(copy);
        Model model = model(basedir);
        Plugin ant = new Plugin();
        ant.setArtifactId("maven-antrun-plugin");
        ant.setConfiguration(configuration);
        model.getBuild().addPlugin(ant);
        assertThat(new LaterFolders(model, basedir).include(basedir.resolve("web/app")))
                .isTrue();
    }

    @Test
    void a_folder_around_it_that_is_there_already_is_not_made() throws IOException {
        Files.createDirectory(basedir.resolve("web"));
        assertThat(told("web", "web/app")).isFalse();
    }

    @Test
    void the_modules_own_folder_and_those_around_it_are_never_made() {
        assertThat(told("17", ".")).isFalse();
        assertThat(told("src/main/java", "..")).isFalse();
    }

    @Test
    void whatever_lies_in_the_build_directory_is_made() {
        LaterFolders later = new LaterFolders(model(basedir), basedir);
        assertThat(later.include(basedir.resolve("target"))).isTrue();
        assertThat(later.include(basedir.resolve("target/web"))).isTrue();
        assertThat(later.include(basedir.resolve("targets"))).isFalse();
    }

    @Test
    void text_that_is_no_path_makes_nothing() {
        assertThat(told("a\0b", "web/app")).isFalse();
        assertThat(told("web/app/" + "x".repeat(2000), "web/app")).isFalse();
    }

    @Test
    void frontend_maven_plugin_and_this_plugin_only_use_it() {
        Map<String, String> use = Map.of("workingDirectory", "web/app");
        Model model = model(basedir, Build.frontend(use), plugin("io.github.feedauth", "feedauth-maven-plugin", use));
        assertThat(new LaterFolders(model, basedir).include(basedir.resolve("web/app")))
                .isFalse();
    }

    @Test
    void an_execution_makes_it_too() {
        Model model = model(
                basedir,
                plugin(
                        "org.apache.maven.plugins",
                        "maven-resources-plugin",
                        Map.of(),
                        execution("copy", "copy-resources", Map.of("outputDirectory", "web/app"))));
        assertThat(new LaterFolders(model, basedir).include(basedir.resolve("web/app")))
                .isTrue();
    }

    @Test
    void a_model_without_a_build_makes_nothing() {
        assertThat(new LaterFolders(new Model(), basedir).include(basedir.resolve("web")))
                .isFalse();
    }

    private boolean told(String value, String folder) {
        Model model = model(basedir, plugin("com.example", "any-maven-plugin", Map.of("some", value)));
        return new LaterFolders(model, basedir).include(basedir.resolve(folder).normalize());
    }
}
