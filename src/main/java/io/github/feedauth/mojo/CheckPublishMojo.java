package io.github.feedauth.mojo;

import io.github.feedauth.configure.Flag;
import io.github.feedauth.publish.OnPublished;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Tells before {@code npm publish} whether the version is taken already: published, unpublished or deleted. Publishes nothing.
 *
 * <p>With {@code feed} or {@code feeds}, a package that goes elsewhere is told.
 *
 * <p>Put feedauth-maven-plugin above frontend-maven-plugin in the POM, so that it runs first in the phase {@code deploy}.
 *
 * @since 0.1.0
 */
@Mojo(name = "check-publish", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
public final class CheckPublishMojo extends FeedAuthMojo {
    /**
     * The folder or folders with {@code package.json}, as for {@code configure}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.workingDirectory")
    private List<File> workingDirectory;

    /**
     * What to do where the version is taken: {@code fail} the build, {@code warn}, or {@code skip}. The latter sets the project's
     * property {@code feedauth.publish.skip} to {@code true} where nothing is left to publish, and else to {@code false}: use it in
     * {@code <skip>${feedauth.publish.skip}</skip>} of the execution that publishes.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.onPublished", defaultValue = "fail")
    private String onPublished;

    /**
     * Permits asking over plain http to a host other than this machine. The credential then crosses the network in clear.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.allowInsecureHttp", defaultValue = "false")
    private String allowInsecureHttp;

    /**
     * How long to wait for a registry's answer, in seconds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.timeout", defaultValue = "10")
    private int timeout;

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;

    @Inject
    CheckPublishMojo(MavenSession session, MavenProject project, MojoExecution execution) {
        super("check-publish", session, execution);
        this.session = session;
        this.project = project;
        this.execution = execution;
    }

    @Override
    void run() throws MojoFailureException {
        requireProperties();
        if (session.isOffline()) {
            getLog().info("Not asked whether the version is free: Maven is offline");
        } else {
            new PublishCheck(session, project, execution, getLog(), OnPublished.parse(onPublished))
                    .run(namedFeeds(), workingDirectory, Flag.parse(allowInsecureHttp, "allowInsecureHttp"), timeout);
        }
    }
}
