package io.github.feedauth.project;

import static io.github.feedauth.project.Build.execution;
import static io.github.feedauth.project.Build.frontend;
import static io.github.feedauth.project.Build.model;
import static io.github.feedauth.project.Build.plugin;
import static io.github.feedauth.project.Build.withManaged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.feedauth.client.Clue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontendMavenPluginTest {
    private static final Path BASEDIR = Path.of("/srv/module");
    private static final Map<String, String> NONE = Map.of();

    @Test
    void a_module_that_does_not_run_it_has_no_folders_of_it() {
        assertThat(folders(model(BASEDIR))).isEmpty();
        assertThat(folders(new Model())).isEmpty();
        assertThat(new FrontendMavenPlugin(model(BASEDIR)).isDeclared()).isFalse();
    }

    @Test
    void another_plugin_of_that_name_is_not_it() {
        Model model = model(BASEDIR, plugin("com.example", Build.FRONTEND, Map.of("workingDirectory", "web")));
        assertThat(folders(model)).isEmpty();
    }

    @Test
    void its_own_folder_holds_for_executions_that_name_none() {
        assertThat(folders(frontend(Map.of("workingDirectory", "web"), execution("install", "npm", NONE))))
                .containsExactly("web");
    }

    @Test
    void an_execution_that_names_one_runs_there_instead() {
        assertThat(folders(frontend(
                        Map.of("workingDirectory", "web"),
                        execution("install", "npm", Map.of("workingDirectory", "admin")))))
                .containsExactly("admin");
    }

    @Test
    void each_execution_runs_in_its_own_folder_and_each_folder_counts_once() {
        assertThat(folders(frontend(
                        NONE,
                        execution("a", "npm", Map.of("workingDirectory", "shop")),
                        execution("b", "pnpm", Map.of("workingDirectory", "admin")),
                        execution("c", "npx", Map.of("workingDirectory", " shop\n")),
                        execution("d", "yarn", NONE))))
                .containsExactly("shop", "admin", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"install-node-and-npm", "install-node-and-yarn", "webpack", "karma", "npms"})
    void goals_that_run_no_package_manager_name_no_folder(String goal) {
        assertThat(folders(frontend(
                        Map.of("workingDirectory", "web"),
                        execution("tool", goal, Map.of("workingDirectory", "elsewhere")),
                        execution("install", "npm", NONE))))
                .containsExactly("web");
    }

    @ParameterizedTest
    @ValueSource(strings = {"npm", "npx", "pnpm", "yarn", "bun", "corepack"})
    void package_managers_name_their_folder(String goal) {
        assertThat(folders(frontend(NONE, execution("run", goal, Map.of("workingDirectory", "web")))))
                .containsExactly("web");
    }

    @Test
    void without_an_execution_of_a_package_manager_its_own_folder_is_the_one() {
        PluginExecution tool = execution("tool", "install-node-and-npm", Map.of("workingDirectory", "elsewhere"));
        assertThat(folders(frontend(Map.of("workingDirectory", "web"), tool))).containsExactly("web");
        assertThat(folders(frontend(NONE, tool))).containsExactly("");
    }

    @Test
    void only_where_it_is_not_declared_does_pluginManagement_tell() {
        Plugin managed = frontend(Map.of("workingDirectory", "managed"));
        assertThat(folders(withManaged(model(BASEDIR), managed))).containsExactly("managed");
        assertThat(folders(withManaged(model(BASEDIR, frontend(Map.of("workingDirectory", "web"))), managed)))
                .containsExactly("web");
        assertThat(new FrontendMavenPlugin(withManaged(model(BASEDIR), managed)).isDeclared())
                .isFalse();
    }

    @ParameterizedTest(name = "yarnVersion {0}: Yarn 1 is {1}")
    @CsvSource({"v1.22.22, true", "1.22.22, true", "v3.8.7, false", "4.18.1, false", "v10.0.0, false"})
    void the_Yarn_that_it_installs_tells_whether_it_is_Yarn_1(String version, boolean classic) {
        Map<String, String> configuration = Map.of("yarnVersion", version);
        assertThat(classic(frontend(configuration))).isEqualTo(classic);
        assertThat(classic(frontend(NONE, execution("install", "install-node-and-yarn", configuration))))
                .isEqualTo(classic);
    }

    @Test
    void without_a_yarnVersion_it_installs_no_Yarn_1() {
        assertThat(classic(frontend(Map.of("nodeVersion", "v20.1.0")))).isFalse();
    }

    @Test
    void a_plugin_without_any_configuration_runs_in_the_module() {
        Plugin bare = new Plugin();
        bare.setGroupId("com.github.eirslett");
        bare.setArtifactId(Build.FRONTEND);
        assertThat(folders(bare)).containsExactly("");
        assertThat(classic(bare)).isFalse();
    }

    @Test
    void the_goals_that_run_in_a_folder_tell_its_client() {
        Plugin plugin = frontend(
                Map.of("pnpmVersion", "10.34.9"),
                execution("a", "pnpm", Map.of("workingDirectory", "a")),
                execution("b", "npm", Map.of("workingDirectory", "b")));
        assertThat(clues(plugin, "a"))
                .extracting(Clue::name, clue -> clue.version().orElse("any"))
                .containsExactly(tuple("pnpm", "any"), tuple("pnpm", "10.34.9"));
        assertThat(clues(plugin, "b")).extracting(Clue::name).containsExactly("npm");
    }

    @ParameterizedTest
    @CsvSource({
        "install-node-and-pnpm, pnpmVersion, pnpm, 10.34.9",
        "install-node-and-yarn, yarnVersion, yarn, v1.22.22",
        "install-bun, bunVersion, bun, v1.4.5",
    })
    void so_do_the_versions_that_it_installs(String goal, String parameter, String client, String version) {
        Plugin plugin = frontend(NONE, execution("install", goal, Map.of(parameter, version)));
        assertThat(clues(plugin, ""))
                .extracting(Clue::name, clue -> clue.version().orElse("any"))
                .containsExactly(tuple(client, version));
    }

    @Test
    void corepack_and_a_mixture_of_goals_settle_nothing() {
        assertThat(clues(frontend(Map.of("yarnVersion", "v1.22.22"), execution("c", "corepack", NONE)), ""))
                .isEmpty();
        assertThat(clues(frontend(NONE, execution("n", "npm", NONE), execution("p", "pnpm", NONE)), ""))
                .isEmpty();
    }

    private static List<Clue> clues(Plugin plugin, String folder) {
        return new FrontendMavenPlugin(model(BASEDIR, plugin)).clues(Set.of(folder));
    }

    private static boolean classic(Plugin plugin) {
        FrontendMavenPlugin frontend = new FrontendMavenPlugin(model(BASEDIR, plugin));
        return frontend.clues(Set.copyOf(frontend.workingDirectories())).stream()
                .anyMatch(clue -> clue.name().equals("yarn")
                        && clue.version().filter(v -> v.matches("v?1[.].*")).isPresent());
    }

    private static List<String> folders(Plugin plugin) {
        return folders(model(BASEDIR, plugin));
    }

    private static List<String> folders(Model model) {
        return new FrontendMavenPlugin(model).workingDirectories();
    }
}
