package io.github.feedauth.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.project.EarlyFrontEndGoals.Early;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.MavenExecutionPlan;
import org.apache.maven.lifecycle.internal.ExecutionPlanItem;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class EarlyFrontEndGoalsTest {
    private static final Plugin FEEDAUTH = Build.plugin("io.github.feedauth", "feedauth-maven-plugin", Map.of());
    private static final Plugin FRONTEND = Build.frontend(Map.of());

    private final MojoExecution configure = step(FEEDAUTH, "configure", "credentials", "initialize");
    private final MojoExecution npm = step(FRONTEND, "npm", "install", "initialize");
    private final List<String> asked = new ArrayList<>();

    @Test
    void a_goal_of_an_earlier_phase_is_found() throws Exception {
        MojoExecution early = step(FRONTEND, "pnpm", "install", "validate");
        assertThat(find(configure, early, configure))
                .containsExactly(new Early("pnpm", "install", Optional.of("validate")));
    }

    @Test
    void a_goal_of_the_same_phase_counts_by_its_place() throws Exception {
        assertThat(find(configure, npm, configure))
                .containsExactly(new Early("npm", "install", Optional.of("initialize")));
        assertThat(find(configure, configure, npm)).isEmpty();
    }

    @Test
    void on_the_command_line_the_order_there_counts_and_there_is_no_phase() throws Exception {
        MojoExecution typed = step(FRONTEND, "npm", "default-cli", null);
        MojoExecution self = step(FEEDAUTH, "configure", "default-cli", null);
        assertThat(find(self, typed, self)).containsExactly(new Early("npm", "default-cli", Optional.empty()));
    }

    @Test
    void goals_that_run_no_package_manager_and_other_plugins_goals_may_come_before() throws Exception {
        MojoExecution node = step(FRONTEND, "install-node-and-npm", "node", "validate");
        MojoExecution foreign = step(Build.plugin("com.example", Build.FRONTEND, Map.of()), "npm", "x", "validate");
        assertThat(find(configure, node, foreign, configure)).isEmpty();
    }

    @Test
    void all_of_them_are_found() throws Exception {
        MojoExecution yarn = step(FRONTEND, "yarn", "more", "initialize");
        assertThat(find(configure, npm, yarn, configure, step(FRONTEND, "npx", "later", "compile")))
                .extracting(Early::executionId)
                .containsExactly("install", "more");
    }

    @Test
    void between_two_executions_of_configure_nothing_is_early() throws Exception {
        MojoExecution second = step(FEEDAUTH, "configure", "again", "initialize");
        assertThat(find(configure, configure, npm, second)).isEmpty();
        assertThat(find(second, configure, npm, second)).isEmpty();
    }

    @Test
    void the_first_configure_tells_once_for_all() throws Exception {
        MojoExecution second = step(FEEDAUTH, "configure", "again", "initialize");
        assertThat(find(configure, npm, configure, second)).hasSize(1);
        assertThat(find(second, npm, configure, second)).isEmpty();
    }

    @Test
    void another_goal_of_this_plugin_does_not_configure() throws Exception {
        assertThat(find(configure, step(FEEDAUTH, "help", "help", "validate"), npm, configure))
                .hasSize(1);
    }

    @Test
    void a_plan_without_this_goal_tells_nothing() throws Exception {
        assertThat(find(configure, npm)).isEmpty();
    }

    @Test
    void a_module_that_does_not_run_frontend_maven_plugin_needs_no_plan() throws Exception {
        MavenProject module = Build.module(Path.of("/srv/module"));
        assertThat(find(module, List.of("package"), configure, npm, configure)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void the_plan_is_that_of_the_goals_of_this_build() throws Exception {
        find(module(), List.of("clean", "package"), configure, configure);
        assertThat(asked).containsExactly("clean", "package");
    }

    @Test
    void without_goals_the_POMs_default_goals_are_planned() throws Exception {
        MavenProject module = module();
        module.getBuild().setDefaultGoal("  clean\n  verify ");
        find(module, List.of(), configure, configure);
        assertThat(asked).containsExactly("clean", "verify");
    }

    private List<Early> find(MojoExecution self, MojoExecution... plan) throws Exception {
        return find(module(), List.of("package"), self, plan);
    }

    private List<Early> find(MavenProject module, List<String> goals, MojoExecution self, MojoExecution... plan)
            throws Exception {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setGoals(goals);
        MavenSession session = Build.session(request, module);
        return new EarlyFrontEndGoals(planner(plan), session, self).find(module);
    }

    private static MavenProject module() {
        return Build.module(Path.of("/srv/module"), FRONTEND);
    }

    private LifecycleExecutor planner(MojoExecution... plan) {
        return (LifecycleExecutor) Proxy.newProxyInstance(
                LifecycleExecutor.class.getClassLoader(),
                new Class<?>[] {LifecycleExecutor.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("calculateExecutionPlan");
                    assertThat(arguments).hasSize(3).contains(false);
                    asked.addAll(List.of((String[]) arguments[2]));
                    return new MavenExecutionPlan(
                            Arrays.stream(plan).map(ExecutionPlanItem::new).toList(), null);
                });
    }

    private static MojoExecution step(Plugin plugin, String goal, String id, String phase) {
        MojoExecution step = new MojoExecution(plugin, goal, id);
        step.setLifecyclePhase(phase);
        return step;
    }
}
