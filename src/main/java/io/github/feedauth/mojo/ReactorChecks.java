package io.github.feedauth.mojo;

import io.github.feedauth.project.SessionMemory;
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
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * What the modules of a build want checked, gathered until the last of them has come: each has parameters of its own, but all have
 * one report, and each feed is asked once. Maven runs a goal that needs no project for the topmost only, so the goal is run for the
 * others from here: in one thread, also with {@code -T}; but nothing here relies on that.
 */
final class ReactorChecks {
    /** What Maven calls an execution that the command line names without an id. */
    private static final String WITHOUT_ID = "default-cli";

    private final Map<String, Map<MavenProject, Optional<ModuleCheck>>> waiting = new HashMap<>();

    /**
     * Takes note of a module.
     *
     * @param goal the execution of the goal
     * @param own what is to be checked there; empty where that is nothing
     * @param modules all that are to come
     * @return whether it is the first of several
     */
    synchronized boolean come(String goal, MavenProject module, Optional<ModuleCheck> own, List<MavenProject> modules) {
        Map<MavenProject, Optional<ModuleCheck>> come = waiting.computeIfAbsent(goal, key -> new LinkedHashMap<>());
        come.put(module, own);
        return come.size() == 1 && !come.keySet().containsAll(modules);
    }

    /** What is to be checked in all modules, in the order of the build, where the last has come; else nothing. */
    synchronized List<ModuleCheck> whole(String goal, List<MavenProject> modules) {
        List<ModuleCheck> all = new ArrayList<>();
        if (isComplete(goal, modules)) {
            Map<MavenProject, Optional<ModuleCheck>> come = waiting.remove(goal);
            modules.forEach(module -> come.get(module).ifPresent(all::add));
        }
        return all;
    }

    /** Whether the last module has come. */
    synchronized boolean isComplete(String goal, List<MavenProject> modules) {
        return waiting.getOrDefault(goal, Map.of()).keySet().containsAll(modules);
    }

    /**
     * One run of the goal.
     *
     * @param execution what Maven runs
     */
    record Round(
            MavenSession session, MojoExecution execution, LifecycleExecutor lifecycle, BuildPluginManager plugins) {

        /**
         * Called by name, the goal reports all modules together once the last has come; bound in a POM, each by itself.
         *
         * @param own what is to be checked in the module; empty where that is nothing
         * @return what is to be checked now
         */
        List<ModuleCheck> come(MavenProject module, Optional<ModuleCheck> own)
                throws MojoFailureException, MojoExecutionException {
            if (execution.getSource() != MojoExecution.Source.CLI) {
                return own.stream().toList();
            }
            ReactorChecks checks = new SessionMemory(session).one(ReactorChecks.class, ReactorChecks::new);
            if (checks.come(execution.getExecutionId(), module, own, session.getProjects())) {
                runOthers();
                return List.of();
            }
            return checks.whole(execution.getExecutionId(), session.getProjects());
        }

        /** Runs the goal for every module but the current one, each with the configuration that its own POM has. */
        private void runOthers() throws MojoFailureException, MojoExecutionException {
            MavenProject current = session.getCurrentProject();
            String id = execution.getExecutionId();
            String task = execution.getGroupId() + ":" + execution.getArtifactId() + ":" + execution.getVersion() + ":"
                    + execution.getGoal() + (id.equals(WITHOUT_ID) ? "" : "@" + id);
            List<MojoFailureException> failures = new ArrayList<>();
            try {
                for (MavenProject module : session.getProjects()) {
                    if (!module.equals(current)) {
                        session.setCurrentProject(module);
                        for (MojoExecution one :
                                lifecycle.calculateExecutionPlan(session, task).getMojoExecutions()) {
                            run(one, failures);
                        }
                    }
                }
            } catch (MojoExecutionException bug) {
                throw bug;
            } catch (Exception e) {
                throw new MojoExecutionException(
                        "Maven can't run the goal for "
                                + session.getCurrentProject().getId() + ": " + e.getMessage(),
                        e);
            } finally {
                session.setCurrentProject(current);
            }
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
        }

        /** One module that can't be checked does not keep the others from their report. */
        private void run(MojoExecution one, List<MojoFailureException> failures) throws Exception {
            try {
                plugins.executeMojo(session, one);
            } catch (MojoFailureException told) {
                failures.add(told);
            }
        }
    }
}
