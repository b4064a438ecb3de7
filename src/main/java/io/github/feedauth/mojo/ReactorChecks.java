package io.github.feedauth.mojo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * What the modules of a build want checked, gathered until the last of them has come: each has parameters of its own, but all have
 * one report, and each feed is asked once. Maven runs a goal that needs no project for the topmost only, so the goal is run for the
 * others from here.
 */
final class ReactorChecks {
    private final Map<String, Map<MavenProject, Optional<ModuleCheck>>> waiting = new HashMap<>();

    /**
     * Takes note of a module.
     *
     * @param goal the execution of the goal
     * @param own what is to be checked there; empty where that is nothing
     * @param modules all that are to come
     * @return whether it is the first of several
     */
    boolean come(String goal, MavenProject module, Optional<ModuleCheck> own, List<MavenProject> modules) {
        Map<MavenProject, Optional<ModuleCheck>> come = waiting.computeIfAbsent(goal, key -> new LinkedHashMap<>());
        come.put(module, own);
        return come.size() == 1 && !come.keySet().containsAll(modules);
    }

    /** What is to be checked in all modules, in the order of the build, where the last has come; else nothing. */
    List<ModuleCheck> whole(String goal, List<MavenProject> modules) {
        List<ModuleCheck> all = new ArrayList<>();
        Map<MavenProject, Optional<ModuleCheck>> come = waiting.getOrDefault(goal, Map.of());
        if (come.keySet().containsAll(modules)) {
            waiting.remove(goal);
            modules.forEach(module -> come.get(module).ifPresent(all::add));
        }
        return all;
    }

    /** Runs the goal for every module but the current one, each with the configuration that its own POM has. */
    static void runOthers(
            MavenSession session, MojoExecution execution, LifecycleExecutor lifecycle, BuildPluginManager plugins)
            throws MojoFailureException {
        MavenProject current = session.getCurrentProject();
        String id = execution.getExecutionId();
        String task = execution.getGroupId() + ":" + execution.getArtifactId() + ":" + execution.getVersion() + ":"
                + execution.getGoal() + (id.startsWith("default-") ? "" : "@" + id);
        try {
            for (MavenProject module : session.getProjects()) {
                if (!module.equals(current)) {
                    session.setCurrentProject(module);
                    for (MojoExecution one :
                            lifecycle.calculateExecutionPlan(session, task).getMojoExecutions()) {
                        plugins.executeMojo(session, one);
                    }
                }
            }
        } catch (MojoFailureException told) {
            throw told;
        } catch (Exception e) {
            throw new IllegalStateException(
                    "Maven can't run the goal for "
                            + session.getCurrentProject().getId(),
                    e);
        } finally {
            session.setCurrentProject(current);
        }
    }
}
