package io.github.feedauth.mojo;

import io.github.feedauth.client.NpmUserFile;
import io.github.feedauth.configure.Configure;
import io.github.feedauth.configure.ConfigureRequest;
import io.github.feedauth.configure.CredentialLedger;
import io.github.feedauth.configure.CredentialStore;
import io.github.feedauth.configure.LegacyKeys;
import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.credential.EnvironmentSource;
import io.github.feedauth.credential.ServerSource;
import io.github.feedauth.credential.Servers;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.project.EarlyFrontEndGoals;
import io.github.feedauth.project.FrontEndFolders;
import io.github.feedauth.project.MavenEnvironment;
import io.github.feedauth.project.ProjectRepositories;
import io.github.feedauth.project.SessionExpressions;
import io.github.feedauth.project.SessionMemory;
import io.github.feedauth.project.SettingsServers;
import io.github.feedauth.store.ConfigFiles;
import io.github.feedauth.store.StateFolder;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Writes the {@code .npmrc} files that let npm into a private feed: the project file beside {@code package.json} names the
 * registry, npm's user file holds the credentials.
 *
 * <p>Only the keys of the feeds at hand change; every other byte of both files stays. Files that are already right are not
 * written.
 *
 * @since 0.1.0
 */
@Mojo(name = "configure", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class ConfigureMojo extends AbstractMojo {

    /**
     * The one feed: its npm registry URL as text, or the elements of a feed. Use either this or {@code feeds}.
     *
     * <p>Example: {@code <feed>https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/</feed>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.feed")
    private FeedParameter feed;

    /**
     * Several feeds; at most one of them without {@code scopes}.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<FeedParameter> feeds;

    /**
     * The id of the {@code <server>} in settings.xml whose password is the PAT. Without it, a server whose id is the feed's name,
     * the id of the Maven repository that is the feed's twin, or the feed's host.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.serverId")
    private String serverId;

    /**
     * The <em>name</em> of the environment variable that holds the PAT; never the PAT itself. Asked before settings.xml.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.patEnvName", defaultValue = "FEEDAUTH_PAT")
    private String patEnvName;

    /**
     * The folder or folders with {@code package.json}, relative to the module's. Default: where frontend-maven-plugin runs package
     * managers in this POM, else the module's own folder. A folder without {@code package.json} is skipped.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.workingDirectory")
    private List<File> workingDirectory;

    /**
     * Where the credentials go: {@code user} for npm's own user file, {@code none} to write the registry lines only.
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
     * Permits plain http to a host other than this machine. The PAT then crosses the network in clear.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.allowInsecureHttp", defaultValue = "false")
    private boolean allowInsecureHttp;

    /**
     * Prints what would change, with secrets masked, and writes nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * Does nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.skip", defaultValue = "false")
    private boolean skip;

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
        this.session = session;
        this.project = project;
        this.execution = execution;
        this.decrypter = decrypter;
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        if (skip) {
            getLog().info("Skipped: feedauth.skip is set");
            return;
        }
        try {
            configure();
        } catch (FeedAuthFailure failure) {
            throw new MojoFailureException(failure.getMessage(), failure.getCause());
        }
    }

    private void configure() throws MojoExecutionException {
        FrontEndFolders.Found folders = new FrontEndFolders(
                        project, session.getProjects(), new SessionExpressions(session, execution))
                .find(workingDirectory == null ? List.of() : workingDirectory);
        if (folders.isEmpty()) {
            getLog().debug("No package.json here: nothing to configure");
            return;
        }
        ConfigureRequest request = request(folders);
        ReportLog log = new ReportLog(getLog());
        if (request.store() != CredentialStore.NONE) {
            log.insecure(request.feeds());
        }
        log.early(earlyGoals(), execution);
        log.notYet(folders.notYet());
        log.report(configurer().run(request), request);
    }

    private ConfigureRequest request(FrontEndFolders.Found folders) {
        return new ConfigureRequest(
                new FeedsParameter(feed, feeds).toFeeds(allowInsecureHttp),
                folders.frontEnds(),
                project.getBasedir().toPath(),
                workspace(),
                CredentialStore.parse(credentialStore),
                LegacyKeys.parse(legacyKeys),
                dryRun);
    }

    private Configure configurer() {
        MavenEnvironment machine = new MavenEnvironment(session);
        Map<String, String> variables = machine.variables();
        NpmUserFile npmUserFile = new NpmUserFile(variables, machine.windows(), machine.operatingSystemHome());
        SessionMemory memory = new SessionMemory(session);
        Servers servers = memory.one(
                SettingsServers.class, () -> new SettingsServers(session.getSettings(), decrypter, getLog()::warn));
        CredentialChain credentials = new CredentialChain(List.of(
                new EnvironmentSource(variables, patEnvName),
                new ServerSource(
                        servers,
                        Optional.ofNullable(serverId).filter(id -> !id.isBlank()),
                        new ProjectRepositories(project.getModel()).all())));
        ConfigFiles files = new ConfigFiles(
                StateFolder.of(variables, machine.windows(), npmUserFile.home()), ConfigFiles.DEFAULT_WAIT);
        return new Configure(
                files, credentials, npmUserFile, memory.one(CredentialLedger.class, CredentialLedger::new));
    }

    private List<EarlyFrontEndGoals.Early> earlyGoals() throws MojoExecutionException {
        try {
            return new EarlyFrontEndGoals(lifecycle, session, execution).find(project);
        } catch (Exception e) {
            throw new MojoExecutionException("Maven could not tell the plan of this build: " + e.getMessage(), e);
        }
    }

    /** The folder of the whole checkout as Maven knows it, where this module lies in it. */
    private Path workspace() {
        Path module = project.getBasedir().toPath();
        File whole = session.getRequest().getMultiModuleProjectDirectory();
        return whole != null && module.startsWith(whole.toPath()) ? whole.toPath() : module;
    }
}
