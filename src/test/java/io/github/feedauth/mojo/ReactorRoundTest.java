package io.github.feedauth.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.project.Build;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.MavenExecutionPlan;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** What the topmost module has Maven run for the others, where the goal is called by name. */
class ReactorRoundTest {
    private static final String GOAL = "io.github.feedauth:feedauth-maven-plugin:1:check";

    private final List<MavenProject> modules = List.of(module("top"), module("left"), module("right"));
    private final MavenSession session =
            Build.session(new DefaultMavenExecutionRequest(), modules.toArray(MavenProject[]::new));
    private final List<String> ran = new ArrayList<>();
    private final Map<MavenProject, Exception> outcomes = new HashMap<>();
    private String id = "default-cli";

    private static MavenProject module(String name) {
        MavenProject module = Build.module(Path.of("/srv").resolve(name));
        module.setGroupId("it");
        module.setArtifactId(name);
        module.setVersion("1");
        return module;
    }

    /** Maven, which plans that one goal, and runs it: each module then comes by itself. */
    @SuppressWarnings("unchecked")
    private <T> T maven(Class<T> role) {
        return (T) Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, (proxy, method, arguments) -> {
            MavenProject module = session.getCurrentProject();
            if (method.getName().equals("calculateExecutionPlan")) {
                ran.add(module.getArtifactId() + " " + ((String[]) arguments[1])[0]);
                return new MavenExecutionPlan(List.of(), null) {
                    @Override
                    public List<MojoExecution> getMojoExecutions() {
                        return List.of(execution());
                    }
                };
            }
            come(module);
            if (outcomes.containsKey(module)) {
                throw outcomes.get(module);
            }
            return null;
        });
    }

    private MojoExecution execution() {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId("io.github.feedauth");
        plugin.setArtifactId("feedauth-maven-plugin");
        plugin.setVersion("1");
        MojoDescriptor goal = new MojoDescriptor();
        goal.setPluginDescriptor(plugin);
        goal.setGoal("check");
        return new MojoExecution(goal, id, MojoExecution.Source.CLI);
    }

    private List<ModuleCheck> come(MavenProject module) throws Exception {
        return new ReactorChecks.Round(
                        session, execution(), maven(LifecycleExecutor.class), maven(BuildPluginManager.class))
                .come(module, Optional.empty());
    }

    private void start() throws Exception {
        session.setCurrentProject(modules.get(0));
        come(modules.get(0));
    }

    @Test
    void the_goal_is_run_for_each_of_the_others_and_the_first_is_current_again() throws Exception {
        start();
        assertThat(ran).containsExactly("left " + GOAL, "right " + GOAL);
        assertThat(session.getCurrentProject()).isEqualTo(modules.get(0));
    }

    @Test
    void an_execution_of_the_POM_is_run_as_that_whatever_its_name() throws Exception {
        id = "default-check";
        start();
        assertThat(ran).containsExactly("left " + GOAL + "@default-check", "right " + GOAL + "@default-check");
    }

    @Test
    void one_that_cannot_be_checked_keeps_no_other_from_it_and_fails_the_build_in_the_end() {
        MojoFailureException unusable = new MojoFailureException("Two feeds without scopes");
        outcomes.put(modules.get(1), unusable);
        assertThatThrownBy(this::start).isSameAs(unusable);
        assertThat(ran).containsExactly("left " + GOAL, "right " + GOAL);
        assertThat(session.getCurrentProject()).isEqualTo(modules.get(0));
    }

    @Test
    void what_Maven_fails_with_is_told_as_it_is() {
        MojoExecutionException bug = new MojoExecutionException("Unexpected failure");
        outcomes.put(modules.get(1), bug);
        assertThatThrownBy(this::start).isSameAs(bug);
        outcomes.put(modules.get(1), new IllegalArgumentException("no such plugin"));
        session.getRepositorySession().getData().set(ReactorChecks.class, null);
        assertThatThrownBy(this::start)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("left", "no such plugin");
    }
}
