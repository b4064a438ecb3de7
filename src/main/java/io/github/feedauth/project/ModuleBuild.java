package io.github.feedauth.project;

import io.github.feedauth.client.Clue;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.failure.FeedAuthFailure;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return workspace(session, project);
    }

    /** As {@link #workspace()}, of any module. */
    public static Path workspace(MavenSession session, MavenProject project) {
        Path folder = project.getBasedir().toPath();
        File whole = session.getRequest().getMultiModuleProjectDirectory();
        return whole != null && folder.startsWith(whole.toPath()) ? whole.toPath() : folder;
    }

    /** The file of the store {@code build}. */
    public Path buildFile() {
        return buildFile(project);
    }

    /** As {@link #buildFile()}, of any module. */
    public static Path buildFile(MavenProject project) {
        return Path.of(project.getBuild().getDirectory(), "feedauth", "npmrc");
    }

    /**
     * Makes sure that this plugin takes part in the build as an extension.
     *
     * @throws FeedAuthFailure where it does not; so it is too where Maven runs a goal by its name, with classes of its own
     */
    public void requireExtension() {
        if (FrontEndWiring.isWired(session, project)) {
            return;
        }
        if (FrontEndWiring.isExtension(project)) {
            throw new FeedAuthFailure(
                    "The store ephemeral lends its file to the goals of a build, and configure was called by its name",
                    "parameter credentialStore",
                    "Run a phase, such as mvn generate-resources: configure is part of it");
        }
        throw new FeedAuthFailure(
                "The store ephemeral needs this plugin to be an extension of the build",
                "parameter credentialStore",
                "Add <extensions>true</extensions> to feedauth-maven-plugin in <build><plugins> of the POM");
    }

    /**
     * Tells the goals that run later which file npm has to read in the place of the user's own.
     *
     * @return the executions of frontend-maven-plugin in which npm would not read it
     */
    public List<String> publish(Path userConfig) {
        return publish(FrontEndWiring.VARIABLE, FrontEndWiring.PROPERTY, userConfig.toString());
    }

    /**
     * Tells the goals that run later which plugin Yarn 2 and newer has to load, beside those that the environment names.
     *
     * @return the executions of frontend-maven-plugin in which Yarn would not load it
     */
    public List<String> publishYarnPlugin(Path plugin) {
        String others = new MavenEnvironment(session).variables().getOrDefault(FrontEndWiring.YARN_VARIABLE, "");
        return publish(
                FrontEndWiring.YARN_VARIABLE,
                FrontEndWiring.YARN_PROPERTY,
                others.isEmpty() ? plugin.toString() : others + ";" + plugin);
    }

    /** Lets frontend-maven-plugin's goal corepack of this module, when it runs, have these variables. */
    public void lend(Map<String, Secret> corepack) {
        new SessionMemory(session).one(CorepackLoans.class, CorepackLoans::new).put(project, corepack);
    }

    private List<String> publish(String variable, String property, String value) {
        project.getProperties().setProperty(property, value);
        return new FrontendMavenPlugin(project.getModel())
                .executionsWithout(variable, set -> set.contains(property) || set.equals(value));
    }

    /**
     * The folders of the module in which a package manager will run.
     *
     * @param set those that the user set; null or empty for none
     * @param client what the user says of the client, empty for nothing
     * @throws io.github.feedauth.failure.FeedAuthFailure as {@link FrontEndFolders#find}
     */
    public FrontEndFolders.Found frontEnds(List<File> set, Optional<Clue> client) {
        return new FrontEndFolders(project, session.getAllProjects(), new SessionExpressions(session, execution))
                .find(set == null ? List.of() : set, client);
    }

    /** The {@code npmRegistryURL} of frontend-maven-plugin's executions, by their ids, as the POM has it. */
    public Map<String, String> npmRegistryUrls() {
        return new FrontendMavenPlugin(project.getModel()).registryUrls();
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
