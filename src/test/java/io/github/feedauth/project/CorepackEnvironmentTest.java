package io.github.feedauth.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.credential.Secret;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.MojoExecutionEvent;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** What Corepack's goal gets at the moment it runs, and when it gets nothing. */
class CorepackEnvironmentTest {
    private static final Map<String, Secret> OURS = Map.of(
            "COREPACK_NPM_REGISTRY",
            Secret.of("https://pkgs.dev.azure.com/contoso/_packaging/Feed/npm/registry/"),
            "COREPACK_NPM_USERNAME",
            Secret.of("AzureDevOps"),
            "COREPACK_NPM_PASSWORD",
            Secret.of("sentinel"));

    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenProject module = Build.module(Path.of("/srv/web"));
    private final CorepackGoal goal = new CorepackGoal();

    /** Shaped as frontend-maven-plugin's: the variables are a field of what it extends. */
    abstract static class FrontEndGoal extends AbstractMojo {
        protected Map<String, String> environmentVariables;
    }

    static final class CorepackGoal extends FrontEndGoal {
        @Override
        public void execute() {}
    }

    static final class OtherGoal extends AbstractMojo {
        @Override
        public void execute() {}
    }

    @Test
    void the_goal_gets_registry_and_credential_beside_its_own_variables() throws MojoExecutionException {
        Map<String, String> own = new HashMap<>(Map.of("GREETING", "good morning"));
        goal.environmentVariables = own;
        run(goal, "corepack");
        assertThat(goal.environmentVariables)
                .containsEntry("GREETING", "good morning")
                .containsEntry("COREPACK_NPM_USERNAME", "AzureDevOps")
                .containsEntry("COREPACK_NPM_PASSWORD", "sentinel")
                .hasSize(4);
        assertThat(own).as("what Maven may still print").hasSize(1);
    }

    @Test
    void other_goals_get_nothing() throws MojoExecutionException {
        run(goal, "npm");
        assertThat(goal.environmentVariables).isNull();
    }

    @Test
    void with_a_registry_of_the_users_own_nothing_is_sent_there() throws MojoExecutionException {
        goal.environmentVariables = Map.of("COREPACK_NPM_REGISTRY", "https://registry.example.com");
        run(goal, "corepack");
        assertThat(goal.environmentVariables).hasSize(1);

        goal.environmentVariables = null;
        request.getSystemProperties().setProperty("env.COREPACK_NPM_REGISTRY", "https://registry.example.com");
        run(goal, "corepack");
        assertThat(goal.environmentVariables).isNull();
    }

    @Test
    void nor_where_Corepack_may_download_from_any_address() throws MojoExecutionException {
        request.getSystemProperties().setProperty("env.COREPACK_ENABLE_UNSAFE_CUSTOM_URLS", "1");
        run(goal, "corepack");
        assertThat(goal.environmentVariables).isNull();
    }

    @Test
    void a_goal_that_cannot_take_it_fails_without_showing_it() {
        assertThatThrownBy(() -> run(new OtherGoal(), "corepack"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("environmentVariables")
                .hasMessageNotContaining("sentinel");
    }

    private void run(Mojo mojo, String name) throws MojoExecutionException {
        MavenSession session = Build.session(request, module);
        new ModuleBuild(session, module, null, null).lend(OURS);
        MojoExecution execution = new MojoExecution(
                Build.plugin("com.github.eirslett", "frontend-maven-plugin", Map.of()), name, "default");
        new CorepackEnvironment().beforeMojoExecution(new MojoExecutionEvent(session, module, execution, mojo));
    }
}
