package io.github.feedauth.mojo;

import io.github.feedauth.configure.CleanRequest;
import io.github.feedauth.configure.Flag;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.project.ModuleBuild;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Takes back exactly what {@code configure} wrote: the credentials of this project's feeds in npm's user file, the registry lines
 * in the project's files, the file of the store {@code build}, and what killed builds left of the store {@code ephemeral}.
 *
 * <p>The credentials of {@code feed} or {@code feeds} go whichever module of this build they were written for; without both, what was
 * written for this module goes. A credential that a project outside of this build has a receipt for stays, and the log says so.
 *
 * <p>It goes by receipts that {@code configure} keeps, without secrets, in the user's state folder, and so works after a feed was
 * removed from the POM. A registry line that somebody has changed since stays, and so does what a module of the same build has
 * configured already. Credentials that {@code configure} removed or replaced, and registry lines with a comment or a user name in
 * them that it replaced, are not on record: a warning names their keys, and such a registry line stays as {@code configure} wrote it.
 *
 * <p>Where one file can't be read or written, the others are taken back all the same, and the failure names each that is left.
 *
 * @since 0.1.0
 */
@Mojo(name = "clean", defaultPhase = LifecyclePhase.CLEAN, threadSafe = true)
public final class CleanMojo extends FeedAuthMojo {

    /**
     * Takes back what was written for all projects of this user, not only for this one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.allProjects", defaultValue = "false")
    private String allProjects;

    /**
     * Prints what would change and writes nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.dryRun", defaultValue = "false")
    private String dryRun;

    private final MavenSession session;
    private final MavenProject project;

    @Inject
    CleanMojo(MavenSession session, MavenProject project, MojoExecution execution) {
        super("clean", session, execution);
        this.session = session;
        this.project = project;
    }

    @Override
    void run() {
        requireProperties();
        // None is fine: what was written for this module is on record. Nothing is sent, so that http is no matter.
        List<Feed> declared = namedFeeds().declared(true);
        CleanRequest request = new CleanRequest(
                project.getBasedir().toPath(),
                session.getProjects().stream()
                        .map(module -> module.getBasedir().toPath())
                        .toList(),
                declared,
                Flag.parse(allProjects, "allProjects"),
                ModuleBuild.buildFile(project),
                Flag.parse(dryRun, "dryRun"));
        Assembly assembly = Assembly.of(session);
        if (!request.dryRun()) {
            assembly.sweep();
        }
        ReportLog log = new ReportLog(getLog());
        assembly.clean().run(request, log.cleaning(request.dryRun()), log.keeping());
    }
}
