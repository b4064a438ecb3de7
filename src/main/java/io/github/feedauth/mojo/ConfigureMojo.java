package io.github.feedauth.mojo;

import io.github.feedauth.client.Clue;
import io.github.feedauth.configure.ConfigureRequest;
import io.github.feedauth.configure.CredentialStore;
import io.github.feedauth.configure.Entra;
import io.github.feedauth.configure.Flag;
import io.github.feedauth.configure.LegacyKeys;
import io.github.feedauth.configure.Report;
import io.github.feedauth.project.EarlyFrontEndGoals;
import io.github.feedauth.project.FrontEndFolders;
import io.github.feedauth.project.FrontEndWiring;
import io.github.feedauth.project.ModuleBuild;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Writes the {@code .npmrc} files that let npm into a private feed: the project file beside {@code package.json} names the
 * registry, npm's user file holds the credentials.
 *
 * <p>Without {@code feed} and {@code feeds}, the feeds are the Azure registry lines of the project's {@code .npmrc}; else the one
 * Azure feed among the Maven repositories, as its npm side.
 *
 * <p>Only the keys of the feeds at hand change; every other byte of both files stays. Files that are already right are not
 * written.
 *
 * @since 0.1.0
 */
@Mojo(name = "configure", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class ConfigureMojo extends AccessMojo {

    /**
     * Where the credentials go.
     *
     * <ul>
     *   <li>{@code user}: npm's own user file.
     *   <li>{@code build}: a file in the build folder, {@code feedauth/npmrc}, that stands in for npm's user file: it holds the
     *       user's own settings, the registry lines and the credentials. Its path is the project property
     *       {@code feedauth.userconfig}.
     *   <li>{@code ephemeral}: the same, but in a private file outside of the workspace that is gone when the build ends. It needs
     *       {@code <extensions>true</extensions>} and is then handed to frontend-maven-plugin without further configuration.
     *   <li>{@code none}: nowhere; only the registry lines are written.
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.credentialStore", defaultValue = "user")
    private String credentialStore;

    /**
     * Whether to write keys that the vendor documents but that today's clients don't need: {@code auto} writes only what a detected
     * client needs ({@code always-auth} for Yarn 1), {@code always} the documented files to the letter, {@code never} none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.legacyKeys", defaultValue = "auto")
    private String legacyKeys;

    /**
     * The package manager, where what is found in {@code package.json}, lock files and the POM does not tell, or tells wrong:
     * {@code npm}, {@code pnpm}, {@code yarn@1}, {@code yarn@4} or {@code bun}, with a version where you like.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.client")
    private String client;

    /**
     * Prints what would change, with secrets masked, and writes nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.dryRun", defaultValue = "false")
    private String dryRun;

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final SettingsDecrypter decrypter;
    private final LifecycleExecutor lifecycle;

    @Inject
    ConfigureMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            SettingsDecrypter decrypter,
            LifecycleExecutor lifecycle) {
        super("configure", session, execution);
        StartUp.begin();
        this.session = session;
        this.project = project;
        this.execution = execution;
        this.decrypter = decrypter;
        this.lifecycle = lifecycle;
    }

    @Override
    void run() {
        ModuleBuild build = new ModuleBuild(session, project, execution, lifecycle);
        FrontEndFolders.Found folders = build.frontEnds(workingDirectory, Clue.ofParameter(client));
        if (folders.isEmpty()) {
            tellNothingToDo();
            return;
        }
        requireProperties();
        CredentialStore store = CredentialStore.parse(credentialStore);
        if (store == CredentialStore.EPHEMERAL) {
            build.requireExtension();
        }
        Assembly assembly = Assembly.of(session);
        FeedsParameter named = namedFeeds();
        boolean insecure = Flag.parse(allowInsecureHttp, "allowInsecureHttp");
        ConfigureRequest request = new ConfigureRequest(
                named.isGiven()
                        ? assembly.named(named, insecure)
                        : assembly.discoverToUse(
                                project, folders.frontEnds(), build.workspace(), serverId, insecure, getLog()),
                folders.frontEnds(),
                build.folder(),
                build.workspace(),
                store,
                build.buildFile(),
                LegacyKeys.parse(legacyKeys),
                Flag.parse(dryRun, "dryRun"));
        ReportLog log = new ReportLog(getLog());
        log.insecure(request);
        List<EarlyFrontEndGoals.Early> early = build.earlyGoals(getLog());
        if (!early.isEmpty()) {
            log.early(early, execution, new TypedGoals(session, execution)::in);
        }
        log.notYet(folders.notYet());
        log.doubts(folders.frontEnds());
        log.pastTheFeed(folders.frontEnds(), request.feeds(), assembly.home());
        for (String warning : assembly.overrides(build).warnings(folders.frontEnds(), request.feeds())) {
            assembly.warnOnce(warning, getLog());
        }
        Report report = assembly.configure(
                        assembly.credentials(project, decrypter, patEnvName, serverId, Entra.parse(entra), getLog()))
                .run(request);
        log.report(report, request);
        log.inTheProject(report, request, assembly.home());
        if (report.userConfig().isPresent()) {
            log.unread(
                    ReportLog.readersOfNpmrc(folders.frontEnds()),
                    FrontEndWiring.VARIABLE,
                    FrontEndWiring.PROPERTY,
                    build.publish(report.userConfig().get()));
        }
        if (!report.corepack().isEmpty()) {
            build.lend(report.corepack());
        }
        if (report.yarnPlugin().isPresent()) {
            log.unread(
                    "Yarn",
                    FrontEndWiring.YARN_VARIABLE,
                    FrontEndWiring.YARN_PROPERTY,
                    build.publishYarnPlugin(report.yarnPlugin().get()));
        }
    }

    /** Most modules have no front end and no need to hear of it; who names the goal for one module waits for an answer. */
    private void tellNothingToDo() {
        String nothing = "No package.json here: nothing to configure";
        if (execution.getSource() == MojoExecution.Source.CLI
                && session.getProjects().size() == 1) {
            getLog().info(nothing);
        } else {
            getLog().debug(nothing);
        }
    }
}
