package io.github.feedauth.project;

import static io.github.feedauth.project.Build.execution;
import static io.github.feedauth.project.Build.frontend;
import static io.github.feedauth.project.Build.module;
import static io.github.feedauth.project.Build.plugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.failure.FeedAuthFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontEndFoldersTest {
    private static final Plugin COMPILER =
            plugin("org.apache.maven.plugins", "maven-compiler-plugin", Map.of("release", "17", "encoding", "UTF-8"));

    @TempDir
    Path temp;

    Path basedir;

    @BeforeEach
    void a_module() throws IOException {
        basedir = Files.createDirectory(temp.resolve("module"));
    }

    @Test
    void the_folder_that_the_user_set_comes_before_frontend_maven_plugins() throws IOException {
        frontEnd("mine");
        frontEnd("theirs");
        assertThat(foldersOf(find(List.of("mine"), npmIn("theirs")))).containsExactly(basedir.resolve("mine"));
    }

    @Test
    void several_folders_are_found_in_their_order_and_once_each() throws IOException {
        frontEnd("b");
        frontEnd("a");
        assertThat(foldersOf(find(List.of("b", "a", "./b/../b"))))
                .containsExactly(basedir.resolve("b"), basedir.resolve("a"));
    }

    @Test
    void without_any_word_of_it_the_modules_own_folder_is_the_one() throws IOException {
        frontEnd(".");
        assertThat(foldersOf(find(List.of()))).containsExactly(basedir);
        assertThat(foldersOf(find(List.of(), npmIn("")))).containsExactly(basedir);
    }

    @Test
    void a_module_without_package_json_has_nothing_to_do() {
        assertThat(find(List.of()).isEmpty()).isTrue();
    }

    @Test
    void what_other_plugins_are_told_does_not_make_a_plain_Java_module_a_front_end() {
        assertThat(find(List.of(), COMPILER).isEmpty()).isTrue();
    }

    @Test
    void a_folder_of_frontend_maven_plugin_without_package_json_is_skipped() throws IOException {
        Files.createDirectory(basedir.resolve("web"));
        assertThat(find(List.of(), npmIn("web"), COMPILER).isEmpty()).isTrue();
        assertThat(find(List.of(), npmIn("missing"), COMPILER).isEmpty()).isTrue();
    }

    @Test
    void a_folder_that_the_user_set_is_skipped_where_it_only_lacks_package_json() throws IOException {
        Files.createDirectory(basedir.resolve("web"));
        assertThat(find(List.of("web")).isEmpty()).isTrue();
    }

    @Test
    void a_folder_that_the_user_set_and_that_nothing_makes_is_an_error() {
        assertThatThrownBy(() -> find(List.of("wbe"), COMPILER))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("not there")
                .hasMessageContaining("parameter workingDirectory: " + basedir.resolve("wbe"));
    }

    @Test
    void a_child_without_a_front_end_is_not_blamed_for_the_folder_that_its_parent_set() {
        MavenProject child = module(basedir);
        child.setParent(new MavenProject());
        FrontEndFolders folders = new FrontEndFolders(child, List.of(child), UnaryOperator.identity());
        assertThat(folders.find(List.of(new File("src/main/frontend")), Optional.empty())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void blank_parts_of_a_list_are_nothing_and_white_space_around_a_name_is_no_part_of_it() throws IOException {
        frontEnd("web");
        frontEnd("admin");
        // Of "web, admin" Maven makes the second a file of the module's folder, blank and all.
        List<File> set =
                new ArrayList<>(List.of(new File("\n  web "), new File(""), new File(basedir.toFile(), "\n admin")));
        set.add(null);
        MavenProject module = module(basedir);
        assertThat(foldersOf(new FrontEndFolders(module, List.of(module), UnaryOperator.identity())
                        .find(set, Optional.empty())))
                .containsExactly(basedir.resolve("web"), basedir.resolve("admin"));
    }

    @Test
    void what_can_not_be_a_name_of_a_folder_is_refused_as_such() {
        assertThatThrownBy(() -> find(List.of("a\0b")))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("no name of a folder");
    }

    @Test
    void frontend_maven_plugins_own_property_tells_where_its_configuration_does_not() throws IOException {
        frontEnd("ui");
        MavenProject module = module(basedir, frontend(Map.of(), execution("install", "npm", Map.of())));
        UnaryOperator<String> session = text -> text.equals("${workingDirectory}") ? "ui" : text;
        assertThat(foldersOf(new FrontEndFolders(module, List.of(module), session).find(List.of(), Optional.empty())))
                .containsExactly(basedir.resolve("ui"));
    }

    @Test
    void a_file_in_the_folders_place_is_an_error_too() throws IOException {
        Files.writeString(basedir.resolve("web"), "");
        assertThatThrownBy(() -> find(List.of("web"))).isInstanceOf(FeedAuthFailure.class);
    }

    @Test
    void a_folder_that_is_right_for_another_module_of_the_reactor_is_no_error() throws IOException {
        Path other = Files.createDirectories(temp.resolve("other"));
        Files.createDirectories(other.resolve("web"));
        MavenProject module = module(basedir);
        FrontEndFolders folders = new FrontEndFolders(module, List.of(module, module(other)), UnaryOperator.identity());
        assertThat(folders.find(List.of(new File("web")), Optional.empty()).isEmpty())
                .isTrue();
        assertThat(folders.find(List.of(basedir.resolve("web").toFile()), Optional.empty())
                        .isEmpty())
                .isTrue();
        assertThatThrownBy(() -> folders.find(List.of(new File("wbe")), Optional.empty()))
                .isInstanceOf(FeedAuthFailure.class);
    }

    @Test
    void a_folder_that_the_build_fills_later_is_told_whoever_named_it() {
        assertThat(find(List.of("target/web")).notYet()).containsExactly(basedir.resolve("target/web"));
        assertThat(find(List.of(), npmIn("target/web")).notYet()).containsExactly(basedir.resolve("target/web"));
        Plugin copy = plugin(
                "org.apache.maven.plugins",
                "maven-resources-plugin",
                Map.of(),
                execution("copy", "copy-resources", Map.of("outputDirectory", "web")));
        FrontEndFolders.Found found = find(List.of("web"), copy);
        assertThat(found.notYet()).containsExactly(basedir.resolve("web"));
        assertThat(found.frontEnds()).isEmpty();
        assertThat(found.isEmpty()).isFalse();
    }

    @Test
    void a_folder_under_target_that_is_filled_already_is_a_front_end_like_any_other() throws IOException {
        frontEnd("target/web");
        FrontEndFolders.Found found = find(List.of(), npmIn("target/web"));
        assertThat(foldersOf(found)).containsExactly(basedir.resolve("target/web"));
        assertThat(found.notYet()).isEmpty();
    }

    @Test
    void expressions_that_only_a_running_build_knows_are_evaluated_by_Maven() throws IOException {
        frontEnd("web");
        MavenProject module = module(basedir, npmIn("${session.executionRootDirectory}/web"));
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setBaseDirectory(basedir.toFile());
        SessionExpressions expressions = new SessionExpressions(
                Build.session(request, module), new MojoExecution(new Plugin(), "configure", "default-cli"));
        assertThat(foldersOf(
                        new FrontEndFolders(module, List.of(module), expressions).find(List.of(), Optional.empty())))
                .containsExactly(basedir.resolve("web"));
        assertThat(expressions.apply("${unknown.property}/web")).isEqualTo("${unknown.property}/web");
    }

    @Test
    void Yarn_1_that_the_POM_installs_is_handed_on() throws IOException {
        frontEnd(".");
        assertThat(find(List.of(), frontend(Map.of("yarnVersion", "v1.22.22"))).frontEnds())
                .singleElement()
                .returns(true, FrontEnd::isYarnClassic);
    }

    private FrontEndFolders.Found find(List<String> set, Plugin... plugins) {
        MavenProject module = module(basedir, plugins);
        return new FrontEndFolders(module, List.of(module), UnaryOperator.identity())
                .find(new ArrayList<>(set.stream().map(File::new).toList()), Optional.empty());
    }

    private static Plugin npmIn(String workingDirectory) {
        return frontend(Map.of("workingDirectory", workingDirectory), execution("install", "npm", Map.of()));
    }

    private void frontEnd(String folder) throws IOException {
        Files.createDirectories(basedir.resolve(folder));
        Files.writeString(basedir.resolve(folder).resolve("package.json"), "{}");
    }

    private static List<Path> foldersOf(FrontEndFolders.Found found) {
        return found.frontEnds().stream().map(FrontEnd::folder).toList();
    }
}
