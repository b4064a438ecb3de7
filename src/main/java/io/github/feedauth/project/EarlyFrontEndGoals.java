package io.github.feedauth.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Finds goals of frontend-maven-plugin that run a package manager before {@code configure} in this build: by phase, by order in the
 * POM, or by order on the command line. Maven itself is asked for the plan, so that nothing of its ordering is guessed.
 */
public final class EarlyFrontEndGoals {
    private final LifecycleExecutor lifecycle;
    private final MavenSession session;
    private final MojoExecution self;

    /**
     * @param lifecycle Maven's planner
     * @param session the build
     * @param self this execution of {@code configure}
     */
    public EarlyFrontEndGoals(LifecycleExecutor lifecycle, MavenSession session, MojoExecution self) {
        this.lifecycle = lifecycle;
        this.session = session;
        this.self = self;
    }

    /**
     * A goal that runs too early.
     *
     * @param goal the goal's name, such as {@code npm}
     * @param executionId its execution in the POM
     * @param phase its phase; empty where it was called on the command line
     */
    public record Early(String goal, String executionId, Optional<String> phase) {}

    /**
     * The goals that come before the first {@code configure} of the plan; none where this execution is not that first one, or where
     * the module does not run frontend-maven-plugin.
     *
     * @throws Exception what Maven's planner throws
     */
    public List<Early> find(MavenProject project) throws Exception {
        if (!new FrontendMavenPlugin(project.getModel()).isDeclared()) {
            return List.of();
        }
        List<Early> early = new ArrayList<>();
        for (MojoExecution step :
                lifecycle.calculateExecutionPlan(session, false, tasks()).getMojoExecutions()) {
            if (isConfigure(step)) {
                return isSelf(step) ? early : List.of();
            }
            if (runsPackageManager(step)) {
                early.add(new Early(
                        step.getGoal(), step.getExecutionId(), Optional.ofNullable(step.getLifecyclePhase())));
            }
        }
        return List.of();
    }

    private String[] tasks() {
        List<String> goals = session.getGoals();
        if (!goals.isEmpty()) {
            return goals.toArray(new String[0]);
        }
        String defaultGoal = session.getTopLevelProject().getDefaultGoal();
        return defaultGoal == null
                ? new String[0]
                : Arrays.stream(defaultGoal.strip().split("\\s+", -1)).toArray(String[]::new);
    }

    private boolean isConfigure(MojoExecution step) {
        return step.getArtifactId().equals(self.getArtifactId())
                && step.getGroupId().equals(self.getGroupId())
                && step.getGoal().equals(self.getGoal());
    }

    private boolean isSelf(MojoExecution step) {
        return isConfigure(step) && step.getExecutionId().equals(self.getExecutionId());
    }

    private static boolean runsPackageManager(MojoExecution step) {
        return FrontendMavenPlugin.KEY.equals(step.getGroupId() + ":" + step.getArtifactId())
                && FrontendMavenPlugin.runsPackageManager(step.getGoal());
    }
}
