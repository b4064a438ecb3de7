package io.github.feedauth.mojo;

import io.github.feedauth.check.FailOn;
import io.github.feedauth.check.Format;
import io.github.feedauth.configure.CredentialStore;
import io.github.feedauth.configure.Entra;
import io.github.feedauth.configure.Flag;
import io.github.feedauth.failure.FeedAuthFailure;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Tells whether npm will get into its registries, and if not, why and what to do. Reads what npm would read, and asks each registry
 * once with the credential that npm would send. Changes nothing.
 *
 * <p>Without {@code feed} and {@code feeds}, the registries that npm's own configuration names are checked.
 *
 * <p>Works in a module, in a reactor, and without a POM: {@code mvn io.github.feedauth:feedauth-maven-plugin:check
 * -Dfeedauth.feed=URL}.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", requiresProject = false, threadSafe = true)
public final class CheckMojo extends AccessMojo {

    /**
     * Where {@code configure} puts the credentials. For {@code build} and {@code ephemeral} what npm will get is put together for
     * the check alone, and is gone after it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.credentialStore", defaultValue = "user")
    private String credentialStore;

    /**
     * Asks no registry, and looks at the files only. So does {@code -o}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.skipProbe", defaultValue = "false")
    private String skipProbe;

    /**
     * How long to wait for a registry's answer, in seconds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.timeout", defaultValue = "10")
    private int timeout;

    /**
     * How the report is written: {@code text} for people, {@code json} as one line for machines.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.format", defaultValue = "text")
    private String format;

    /**
     * A file to write the JSON report to, besides what is logged. Its folder is made where it is missing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.reportFile")
    private File reportFile;

    /**
     * From which findings on the build fails: {@code error}, {@code warning}, or {@code never}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.failOn", defaultValue = "error")
    private String failOn;

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final SettingsDecrypter decrypter;
    private final LifecycleExecutor lifecycle;
    private final BuildPluginManager plugins;

    @Inject
    CheckMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            SettingsDecrypter decrypter,
            LifecycleExecutor lifecycle,
            BuildPluginManager plugins) {
        super("check", session, execution);
        this.session = session;
        this.project = project;
        this.execution = execution;
        this.decrypter = decrypter;
        this.lifecycle = lifecycle;
        this.plugins = plugins;
    }

    @Override
    void run() throws MojoFailureException, MojoExecutionException {
        FailOn.parse(failOn);
        Format.parse(format);
        ModuleCheck own;
        try {
            requireProperties();
            own = new ModuleCheck(
                    session,
                    project,
                    execution,
                    getLog(),
                    new ModuleCheck.Options(
                            namedFeeds(),
                            workingDirectory,
                            serverId,
                            patEnvName,
                            Entra.parse(entra),
                            CredentialStore.parse(credentialStore),
                            Flag.parse(allowInsecureHttp, "allowInsecureHttp")),
                    decrypter);
        } catch (FeedAuthFailure unusable) {
            try {
                come(Optional.empty());
            } catch (MojoFailureException told) {
                unusable.addSuppressed(told);
            }
            throw unusable;
        }
        come(Optional.of(own));
    }

    @Override
    void skipped() throws MojoFailureException, MojoExecutionException {
        come(Optional.empty());
    }

    private void come(Optional<ModuleCheck> own) throws MojoFailureException, MojoExecutionException {
        CheckOutput output =
                new CheckOutput(getLog(), new TypedGoals(session, execution)::in, format, reportFile, failOn);
        List<ModuleCheck> due = new ReactorChecks.Round(session, execution, lifecycle, plugins).come(project, own);
        if (!due.isEmpty()) {
            boolean asks = !session.isOffline() && !Flag.parse(skipProbe, "skipProbe");
            output.write(ModuleCheck.run(
                    due,
                    asks ? Optional.of(NpmFolders.probe(session, timeout)) : Optional.empty(),
                    Assembly.of(session)));
        }
    }
}
