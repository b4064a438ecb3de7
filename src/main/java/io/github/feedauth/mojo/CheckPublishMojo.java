package io.github.feedauth.mojo;

import io.github.feedauth.check.CheckRequest;
import io.github.feedauth.check.Finding;
import io.github.feedauth.check.Severity;
import io.github.feedauth.check.TextReport;
import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.configure.Flag;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.publish.CheckPublish;
import io.github.feedauth.publish.OnPublished;
import io.github.feedauth.publish.PackageReport;
import java.io.File;
import java.util.ArrayList;
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
    /** The property that {@code onPublished=skip} sets, for the {@code skip} parameter of frontend-maven-plugin. */
    private static final String SKIP_PROPERTY = "feedauth.publish.skip";

    /**
     * The folder or folders with {@code package.json}, as for {@code configure}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.workingDirectory")
    private List<File> workingDirectory;

    /**
     * What to do where the version is taken: {@code fail} the build, {@code warn}, or {@code skip}. The latter sets the project's
     * property {@code feedauth.publish.skip} to {@code true}, and to {@code false} where it is free: use it in
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
        super("check-publish");
        this.session = session;
        this.project = project;
        this.execution = execution;
    }

    @Override
    void run() throws MojoFailureException {
        if (session.isOffline()) {
            getLog().info("Not asked whether the version is free: Maven is offline");
        } else {
            report(OnPublished.parse(onPublished), look());
        }
    }

    private List<PackageReport> look() {
        boolean insecure = Flag.parse(allowInsecureHttp, "allowInsecureHttp");
        List<Feed> declared = namedFeeds().declared(insecure);
        NpmFolders folders = new NpmFolders(session, execution);
        CheckPublish check = new CheckPublish(folders.reader(project), NpmFolders.probe(session, timeout));
        List<PackageReport> reports = new ArrayList<>();
        for (FrontEnd frontEnd : folders.frontEnds(project, workingDirectory)) {
            if (frontEnd.isBerry()) {
                getLog().warn(Printable.name(frontEnd.folder().toString())
                        + ": its client is Yarn 2 or newer, so nobody was asked whether the version is free");
            }
        }
        for (CheckRequest request : folders.ofModule(project, workingDirectory, declared, insecure)) {
            reports.addAll(check.run(request));
        }
        for (FrontEnd frontEnd : folders.frontEnds(project, workingDirectory)) {
            if (frontEnd.isBerry()) {
                CheckRequest request = new CheckRequest(
                        frontEnd.folder(), frontEnd.root(), true, false, declared, List.of(), insecure);
                reports.addAll(check.run(request, folders.yarn(frontEnd)));
            }
        }
        return reports;
    }

    private void report(OnPublished choice, List<PackageReport> reports) throws MojoFailureException {
        List<Finding> fatal = new ArrayList<>();
        for (PackageReport report : reports) {
            boolean told = report.taken() && choice != OnPublished.FAIL;
            if (report.findings().isEmpty()) {
                getLog().info(Printable.name(report.spec() + " can be published to " + report.registry()));
            }
            new TextReport(Consoles.charset(), (severity, line) -> log(told ? softened(choice) : severity, line))
                    .findings(report.findings());
            if (!told) {
                report.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .forEach(fatal::add);
            }
        }
        if (choice == OnPublished.SKIP && !reports.isEmpty()) {
            boolean allTaken = reports.stream()
                    .filter(report -> !report.registry().isEmpty())
                    .allMatch(PackageReport::taken);
            project.getProperties().setProperty(SKIP_PROPERTY, Boolean.toString(allTaken));
            getLog().info("Property " + SKIP_PROPERTY + " is " + allTaken);
        }
        if (!fatal.isEmpty()) {
            throw new MojoFailureException("npm publish will fail as things stand: " + TextReport.summary(fatal)
                    + ". What to do about each stands above");
        }
    }

    private static Severity softened(OnPublished choice) {
        return choice == OnPublished.WARN ? Severity.WARNING : Severity.INFO;
    }

    private void log(Severity severity, String line) {
        Consoles.log(getLog(), severity, line);
    }
}
