package io.github.feedauth.project;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** One module's part in the running build, as Maven hands it to a goal. */
public final class ModuleBuild {
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final LifecycleExecutor lifecycle;

    /**
     * Takes what Maven injects.
     *
     * @param session the build
     * @param project the module
     * @param execution the goal's own execution
     * @param lifecycle Maven's planner
     */
    public ModuleBuild(
            MavenSession session, MavenProject project, MojoExecution execution, LifecycleExecutor lifecycle) {
        this.session = session;
        this.project = project;
        this.execution = execution;
        this.lifecycle = lifecycle;
    }

    /** The module's folder. */
    public Path folder() {
        return project.getBasedir().toPath();
    }

    /** The folder of the whole checkout as Maven knows it, where this module lies in it; else the module's own. */
    public Path workspace() {
        File whole = session.getRequest().getMultiModuleProjectDirectory();
        return whole != null && folder().startsWith(whole.toPath()) ? whole.toPath() : folder();
    }

    /**
     * The folders of the module in which a package manager will run.
     *
     * @param set those that the user set; null or empty for none
     * @throws io.github.feedauth.failure.FeedAuthFailure as {@link FrontEndFolders#find}
     */
    public FrontEndFolders.Found frontEnds(List<File> set) {
        return new FrontEndFolders(project, session.getAllProjects(), new SessionExpressions(session, execution))
                .find(set == null ? List.of() : set);
    }

    /**
     * The goals that run a package manager before this execution.
     *
     * @param log takes word of it where Maven can't tell its own plan: a diagnosis must not fail the build
     */
    public List<EarlyFrontEndGoals.Early> earlyGoals(Log log) {
        try {
            return new EarlyFrontEndGoals(lifecycle, session, execution).find(project);
        } catch (Exception e) {
            log.debug("Maven could not tell the plan of this build", e);
            return List.of();
        }
    }
}
