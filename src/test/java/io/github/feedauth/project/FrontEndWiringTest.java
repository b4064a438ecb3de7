package io.github.feedauth.project;

import static io.github.feedauth.project.Build.execution;
import static io.github.feedauth.project.Build.frontend;
import static io.github.feedauth.project.Build.plugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the extension makes of the model of a module. */
class FrontEndWiringTest {
    private static final Map<String, String> NONE = Map.of();
    private static final String FILE = "${feedauth.userconfig}";

    private final Plugin frontend = frontend(NONE, execution("npm-install", "npm", NONE));

    @ParameterizedTest
    @ValueSource(strings = {"ephemeral", "build"})
    void a_store_that_stands_in_is_handed_to_every_goal_and_configure_is_bound(String store) throws Exception {
        Plugin self = self(Map.of("credentialStore", store));
        MavenProject module = wire(self, frontend);

        assertThat(variables(frontend))
                .isEqualTo(Map.of(
                        "NPM_CONFIG_USERCONFIG",
                        FILE,
                        "npm_config_userconfig",
                        FILE,
                        "YARN_PLUGINS",
                        "${feedauth.yarnplugins}"));
        assertThat(variables(frontend.getExecutions().get(0))).isEqualTo(variables(frontend));
        assertThat(self.getExecutions()).singleElement().satisfies(bound -> {
            assertThat(bound.getGoals()).containsExactly("configure");
            assertThat(bound.getConfiguration()).isEqualTo(self.getConfiguration());
        });
        assertThat(new FrontendMavenPlugin(module.getModel()).executionsWithout("NPM_CONFIG_USERCONFIG", FILE::equals))
                .isEmpty();
    }

    @Test
    void every_goal_that_runs_a_package_manager_gets_it_in_every_module_and_from_the_command_line() throws Exception {
        PluginExecution[] executions = Stream.of("npm", "npx", "pnpm", "yarn", "bun", "corepack")
                .map(goal -> execution("run-" + goal, goal, NONE))
                .toArray(PluginExecution[]::new);
        List<Plugin> plugins = List.of(frontend(NONE, executions), frontend(NONE, executions.clone()), frontend(NONE));
        Map<String, String> store = Map.of("credentialStore", "ephemeral");
        MavenProject shop = Build.module(Path.of("/srv/shop"), self(store), plugins.get(0));
        MavenProject admin = Build.module(Path.of("/srv/admin"), self(store), plugins.get(1));
        // What a goal of the command line is configured with, where a POM runs none.
        MavenProject tools = Build.module(Path.of("/srv/tools"), self(store));
        Build.withManaged(tools.getModel(), plugins.get(2));
        MavenProject stranger = Build.module(Path.of("/srv/stranger"), frontend);
        new FrontEndWiring().afterProjectsRead(Build.session(request(), shop, admin, tools, stranger));

        for (Plugin plugin : plugins) {
            assertThat(variables(plugin)).containsEntry("NPM_CONFIG_USERCONFIG", FILE);
            assertThat(plugin.getExecutions())
                    .extracting(FrontEndWiringTest::variables)
                    .allSatisfy(variables -> assertThat(variables)
                            .containsEntry("NPM_CONFIG_USERCONFIG", FILE)
                            .containsEntry("npm_config_userconfig", FILE));
        }
        assertThat(plugins.get(1).getExecutions()).hasSize(6);
        assertThat(variables(frontend)).isEmpty();
    }

    @Test
    void until_configure_runs_npm_reads_the_users_own_file() throws Exception {
        MavenProject module = wire(self(Map.of("credentialStore", "ephemeral")), frontend);
        assertThat(module.getProperties().getProperty("feedauth.userconfig"))
                .isEqualTo(Path.of("/home/me/.npmrc").toString());
        assertThat(module.getProperties().getProperty("feedauth.yarnplugins")).isEmpty();
    }

    @Test
    void plugins_of_Yarn_that_the_environment_names_stay() throws Exception {
        DefaultMavenExecutionRequest request = request();
        request.getSystemProperties().setProperty("env.YARN_PLUGINS", "/srv/own.cjs");
        MavenProject module = Build.module(Path.of("/srv/web"), self(Map.of("credentialStore", "ephemeral")), frontend);
        MavenSession session = Build.session(request, module);
        new FrontEndWiring().afterProjectsRead(session);
        assertThat(module.getProperties().getProperty("feedauth.yarnplugins")).isEqualTo("/srv/own.cjs");

        new ModuleBuild(session, module, null, null).publishYarnPlugin(Path.of("/run/ours.cjs"));
        assertThat(module.getProperties().getProperty("feedauth.yarnplugins"))
                .isEqualTo("/srv/own.cjs;" + Path.of("/run/ours.cjs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "none"})
    void with_the_other_stores_nothing_changes(String store) throws Exception {
        Plugin self = self(Map.of("credentialStore", store));
        wire(self, frontend);
        assertThat(variables(frontend)).isEmpty();
        assertThat(self.getExecutions()).isEmpty();
    }

    @Test
    void without_extensions_nothing_changes() throws Exception {
        Plugin self = self(Map.of("credentialStore", "ephemeral"));
        self.setExtensions(false);
        wire(self, frontend);
        assertThat(variables(frontend)).isEmpty();
    }

    @Test
    void the_users_own_variables_stay() throws Exception {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(new Xpp3Dom("environmentVariables"));
        Xpp3Dom own = new Xpp3Dom("GREETING");
        own.setValue("hello");
        configuration.getChild("environmentVariables").addChild(own);
        frontend.setConfiguration(configuration);

        wire(self(Map.of("credentialStore", "ephemeral")), frontend);

        assertThat(variables(frontend)).containsEntry("GREETING", "hello").hasSize(4);
    }

    @Test
    void a_file_that_the_user_named_stays_and_is_told_of() throws Exception {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(new Xpp3Dom("environmentVariables"));
        Xpp3Dom own = new Xpp3Dom("npm_config_userconfig");
        own.setValue("/srv/npmrc");
        configuration.getChild("environmentVariables").addChild(own);
        frontend.getExecutions().get(0).setConfiguration(configuration);

        MavenProject module = wire(self(Map.of("credentialStore", "ephemeral")), frontend);

        assertThat(variables(frontend.getExecutions().get(0)))
                .isEqualTo(Map.of("npm_config_userconfig", "/srv/npmrc", "YARN_PLUGINS", "${feedauth.yarnplugins}"));
        assertThat(new FrontendMavenPlugin(module.getModel()).executionsWithout("NPM_CONFIG_USERCONFIG", FILE::equals))
                .containsExactly("npm-install");
    }

    @Test
    void an_execution_of_configure_that_is_bound_already_is_the_one() throws Exception {
        Plugin self = self(NONE);
        self.addExecution(execution("mine", "configure", Map.of("credentialStore", "ephemeral")));
        wire(self, frontend);
        assertThat(self.getExecutions()).extracting(PluginExecution::getId).containsExactly("mine");
        assertThat(variables(frontend)).hasSize(3);
    }

    @Test
    void the_store_can_come_from_the_command_line() throws Exception {
        DefaultMavenExecutionRequest request = request();
        request.getUserProperties().setProperty("feedauth.credentialStore", "ephemeral");
        MavenSession session = Build.session(request, Build.module(Path.of("/srv/web"), self(NONE), frontend));
        new FrontEndWiring().afterProjectsRead(session);
        assertThat(variables(frontend)).hasSize(3);
        assertThat(FrontEndWiring.isWired(session, session.getProjects().get(0)))
                .isTrue();
    }

    @Test
    void a_user_without_a_home_folder_is_told_so_as_npm_would() {
        DefaultMavenExecutionRequest request = request();
        request.getSystemProperties().remove("env.HOME");
        request.getSystemProperties().setProperty("user.home", "?");
        MavenProject module = Build.module(Path.of("/srv/web"), self(Map.of("credentialStore", "ephemeral")));

        assertThatThrownBy(() -> new FrontEndWiring().afterProjectsRead(Build.session(request, module)))
                .isInstanceOf(MavenExecutionException.class)
                .hasMessageContaining("has no home folder")
                .hasMessageContaining("Set HOME");
    }

    @Test
    void a_goal_called_by_its_name_has_no_part_in_the_build_that_the_extension_prepared() {
        Plugin self = self(Map.of("credentialStore", "ephemeral"));
        MavenProject module = Build.module(Path.of("/srv/web"), self);
        ModuleBuild byName = new ModuleBuild(Build.session(request(), module), module, null, null);

        assertThatThrownBy(byName::requireExtension)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("configure was called by its name")
                .hasMessageContaining("Run a phase");

        self.setExtensions(false);
        assertThatThrownBy(byName::requireExtension)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("Add <extensions>true</extensions>");
    }

    @Test
    void what_a_killed_build_left_goes_with_the_next_even_where_that_lends_nothing(@TempDir Path home)
            throws Exception {
        Path left = Files.createDirectories(home.resolve(".local/state/feedauth/builds/killed"));
        Files.writeString(left.resolve("x.npmrc"), "sentinel");
        DefaultMavenExecutionRequest request = request();
        request.getSystemProperties().setProperty("env.HOME", home.toString());

        MavenProject other = Build.module(Path.of("/srv/web"), self(Map.of("credentialStore", "user")));
        new FrontEndWiring().afterProjectsRead(Build.session(request, other));
        assertThat(left).exists();

        MavenProject module = Build.module(Path.of("/srv/web"), self(Map.of("credentialStore", "ephemeral")));
        new FrontEndWiring().afterProjectsRead(Build.session(request, module));
        assertThat(left).doesNotExist();
    }

    private static MavenProject wire(Plugin... plugins) throws MavenExecutionException {
        MavenProject module = Build.module(Path.of("/srv/web"), plugins);
        new FrontEndWiring().afterProjectsRead(Build.session(request(), module));
        return module;
    }

    private static DefaultMavenExecutionRequest request() {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.getSystemProperties().setProperty("env.HOME", "/home/me");
        return request;
    }

    private static Plugin self(Map<String, String> configuration) {
        Plugin self = plugin("io.github.feedauth", "feedauth-maven-plugin", configuration);
        self.setExtensions(true);
        return self;
    }

    private static Map<String, String> variables(ConfigurationContainer container) {
        Map<String, String> found = new TreeMap<>();
        Xpp3Dom variables = ((Xpp3Dom) container.getConfiguration()).getChild("environmentVariables");
        if (variables != null) {
            for (Xpp3Dom variable : variables.getChildren()) {
                found.put(variable.getName(), variable.getValue());
            }
        }
        return found;
    }
}
