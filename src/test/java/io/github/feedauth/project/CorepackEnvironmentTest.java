package io.github.feedauth.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.credential.Secret;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.MojoExecutionEvent;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Corepack's goal gets at the moment it runs, and when it gets nothing. */
class CorepackEnvironmentTest {
    private static final Map<String, Secret> OURS = Map.of(
            "COREPACK_NPM_REGISTRY",
            Secret.of("https://pkgs.dev.azure.com/contoso/_packaging/Feed/npm/registry/"),
            "COREPACK_NPM_USERNAME",
            Secret.of("AzureDevOps"),
            "COREPACK_NPM_PASSWORD",
            Secret.of("sentinel"),
            "COREPACK_ENABLE_UNSAFE_CUSTOM_URLS",
            Secret.of("0"));
    private static final Map<String, Secret> TOKEN = Map.of("COREPACK_NPM_TOKEN", Secret.of("sentinel"));

    @TempDir
    Path folder;

    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenProject module = Build.module(Path.of("/srv/web"));
    private final List<String> log = new ArrayList<>();
    private final CorepackGoal goal = new CorepackGoal();

    /** Shaped as frontend-maven-plugin's: most are fields of what it extends. */
    abstract static class FrontEndGoal extends AbstractMojo {
        protected Map<String, String> environmentVariables;
        protected File workingDirectory;
        protected File installDirectory;
    }

    static final class CorepackGoal extends FrontEndGoal {
        private String arguments = "pnpm install";
        private boolean skip;

        @Override
        public void execute() {
            getLog().info(skip ? "skipped" : arguments);
        }
    }

    static final class OtherGoal extends AbstractMojo {
        @Override
        public void execute() {}
    }

    @BeforeEach
    void front_end() throws IOException {
        corepack("0.36.0");
        goal.workingDirectory = folder.toFile();
        goal.installDirectory = folder.toFile();
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence text) {
                log.add("info: " + text);
            }

            @Override
            public void warn(CharSequence text) {
                log.add("warn: " + text);
            }
        });
    }

    @Test
    void the_goal_gets_registry_and_credential_beside_its_own_variables() throws MojoExecutionException {
        Map<String, String> own = new HashMap<>(Map.of("GREETING", "good morning"));
        goal.environmentVariables = own;
        run(goal, "corepack", OURS);
        assertThat(goal.environmentVariables)
                .containsEntry("GREETING", "good morning")
                .containsEntry("COREPACK_NPM_USERNAME", "AzureDevOps")
                .containsEntry("COREPACK_NPM_PASSWORD", "sentinel")
                .containsEntry("COREPACK_ENABLE_UNSAFE_CUSTOM_URLS", "0")
                .hasSize(5);
        assertThat(own).as("what Maven may still print").hasSize(1);
        assertThat(log).isEmpty();
    }

    @Test
    void other_goals_get_nothing() throws MojoExecutionException {
        run(goal, "npm", OURS);
        assertThat(goal.environmentVariables).isNull();
    }

    @Test
    void with_a_registry_of_the_users_own_nothing_is_sent_there() throws MojoExecutionException {
        goal.environmentVariables = Map.of("COREPACK_NPM_REGISTRY", "https://registry.example.com");
        run(goal, "corepack", OURS);
        assertThat(goal.environmentVariables).hasSize(1);

        goal.environmentVariables = null;
        request.getSystemProperties().setProperty("env.COREPACK_NPM_REGISTRY", "https://registry.example.com");
        run(goal, "corepack", OURS);
        assertThat(goal.environmentVariables).isNull();
        assertThat(log).hasSize(2).allMatch(line -> line.startsWith("info: Corepack gets no credential"));
    }

    @Test
    void nor_where_Corepack_may_download_from_any_address() throws MojoExecutionException {
        request.getSystemProperties().setProperty("env.COREPACK_ENABLE_UNSAFE_CUSTOM_URLS", "1");
        run(goal, "corepack", OURS);
        assertThat(goal.environmentVariables).isNull();
        assertThat(log).singleElement().asString().startsWith("warn: Corepack gets no credential");
    }

    @Test
    void nor_where_the_project_says_so() throws MojoExecutionException, IOException {
        Files.writeString(folder.resolve(".corepack.env"), "COREPACK_ENABLE_UNSAFE_CUSTOM_URLS=1");
        run(goal, "corepack", OURS);
        assertThat(goal.environmentVariables).isNull();
        assertThat(log).singleElement().asString().startsWith("warn: ").contains(".corepack.env");
    }

    @Test
    void nor_where_the_command_line_does() throws MojoExecutionException {
        goal.arguments = "use ours@https://registry.example.com/ours.tgz";
        run(goal, "corepack", OURS);
        assertThat(goal.environmentVariables).isNull();
        assertThat(log).singleElement().asString().startsWith("warn: ").contains("arguments");
    }

    @Test
    void a_goal_that_is_skipped_is_nothing_to_warn_of() throws MojoExecutionException {
        request.getSystemProperties().setProperty("env.COREPACK_ENABLE_UNSAFE_CUSTOM_URLS", "1");
        goal.skip = true;
        run(goal, "corepack", OURS);
        assertThat(goal.environmentVariables).isNull();
        assertThat(log).isEmpty();
    }

    @Test
    void a_password_is_for_a_Corepack_that_sends_it_with_its_downloads() throws MojoExecutionException, IOException {
        corepack("0.28.0");
        run(goal, "corepack", OURS);
        assertThat(goal.environmentVariables).isNull();
        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("warn: ")
                .contains("here is 0.28.0", "Use a newer one")
                .doesNotContain("sentinel");
    }

    @Test
    void a_token_is_for_a_Corepack_that_sends_it_with_its_downloads() throws MojoExecutionException, IOException {
        corepack("");
        run(goal, "corepack", TOKEN);
        assertThat(goal.environmentVariables).isNull();
        assertThat(log).singleElement().asString().startsWith("warn: ").contains("unknown version", "0.34.1");

        corepack("0.34.0");
        run(goal, "corepack", TOKEN);
        assertThat(goal.environmentVariables).isNull();
        assertThat(log.get(1)).contains("here is 0.34.0");

        corepack("0.34.1");
        run(goal, "corepack", TOKEN);
        assertThat(goal.environmentVariables).containsEntry("COREPACK_NPM_TOKEN", "sentinel");
        assertThat(log).hasSize(2).noneMatch(line -> line.contains("sentinel"));
    }

    @Test
    void a_goal_that_cannot_take_it_fails_without_showing_it() {
        assertThatThrownBy(() -> run(new OtherGoal(), "corepack", OURS))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("environmentVariables")
                .hasMessageNotContaining("sentinel");
    }

    private void corepack(String version) throws IOException {
        Path corepack = Files.createDirectories(folder.resolve("node/node_modules/corepack"));
        Files.writeString(corepack.resolve("package.json"), "{\"version\": \"" + version + "\"}");
    }

    private void run(Mojo mojo, String name, Map<String, Secret> loan) throws MojoExecutionException {
        MavenSession session = Build.session(request, module);
        new ModuleBuild(session, module, null, null).lend(loan);
        MojoExecution execution = new MojoExecution(
                Build.plugin("com.github.eirslett", "frontend-maven-plugin", Map.of()), name, "default");
        new CorepackEnvironment().beforeMojoExecution(new MojoExecutionEvent(session, module, execution, mojo));
    }
}
