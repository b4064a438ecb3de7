package io.github.feedauth.mojo;

import io.github.feedauth.check.CheckRequest;
import io.github.feedauth.check.Finding;
import io.github.feedauth.check.NpmConfigReader;
import io.github.feedauth.check.Severity;
import io.github.feedauth.check.TextReport;
import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.configure.YarnPlugin;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.project.FrontEndWiring;
import io.github.feedauth.publish.CheckPublish;
import io.github.feedauth.publish.OnPublished;
import io.github.feedauth.publish.PackageReport;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** Asks for every package of a module whether it can be published, and does what the user wants where it can't. */
final class PublishCheck {
    /** The property that {@code onPublished=skip} sets, for the {@code skip} parameter of frontend-maven-plugin. */
    private static final String SKIP_PROPERTY = "feedauth.publish.skip";

    private final MavenSession session;
    private final MavenProject project;
    private final Log log;
    private final OnPublished choice;
    private final NpmFolders folders;
    private final TypedGoals goals;

    PublishCheck(MavenSession session, MavenProject project, MojoExecution execution, Log log, OnPublished choice) {
        this.session = session;
        this.project = project;
        this.log = log;
        this.choice = choice;
        this.folders = new NpmFolders(session, execution);
        this.goals = new TypedGoals(session, execution);
    }

    /**
     * Asks and tells.
     *
     * @param named the feeds that the user names
     * @param set the folders that the user set; may be null
     * @param timeout how long to wait for an answer, in seconds
     * @throws MojoFailureException where a package can't be published and the build is to fail for it
     */
    void run(FeedsParameter named, List<File> set, boolean allowInsecureHttp, int timeout) throws MojoFailureException {
        List<Feed> declared = named.declared(allowInsecureHttp);
        CheckPublish check = new CheckPublish(NpmFolders.probe(session, timeout));
        NpmConfigReader reader = reader();
        List<PackageReport> reports = new ArrayList<>();
        for (CheckRequest request : folders.ofModule(project, set, declared, allowInsecureHttp)) {
            reports.addAll(check.npm(request, reader.read(request)));
        }
        for (FrontEnd yarn : folders.yarns(project, set)) {
            reports.addAll(
                    check.yarn(NpmFolders.ofYarn(yarn, declared, allowInsecureHttp), folders.yarn(yarn, lentPlugin())));
        }
        tell(reports);
    }

    /** With the stores that put a file in the place of the user's, npm publishes with that one. */
    private NpmConfigReader reader() {
        String lent = project.getProperties().getProperty(FrontEndWiring.PROPERTY);
        return lent == null ? folders.reader(project) : folders.reader(project, Path.of(lent));
    }

    /** And Yarn with a plugin: the last that the property names, behind those of the environment. */
    private Optional<Path> lentPlugin() {
        String plugins = project.getProperties().getProperty(FrontEndWiring.YARN_PROPERTY, "");
        String last = plugins.substring(plugins.lastIndexOf(';') + 1);
        return last.endsWith(YarnPlugin.FILE) ? Optional.of(Path.of(last)) : Optional.empty();
    }

    private void tell(List<PackageReport> reports) throws MojoFailureException {
        List<Finding> fatal = new ArrayList<>();
        for (PackageReport report : reports) {
            boolean told = report.taken() && choice != OnPublished.FAIL;
            if (report.findings().isEmpty()) {
                log.info(Printable.name(report.spec() + " can be published to " + report.registry()));
            }
            Consoles.report((severity, line) -> Consoles.log(log, told ? softened() : severity, goals.in(line)))
                    .findings(report.findings());
            if (!told) {
                report.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .forEach(fatal::add);
            }
        }
        if (choice == OnPublished.SKIP && !reports.isEmpty()) {
            skip(reports);
        }
        if (!fatal.isEmpty()) {
            throw new MojoFailureException("Publishing will fail as things stand: " + TextReport.summary(fatal)
                    + ". What to do about each stands above");
        }
    }

    private void skip(List<PackageReport> reports) {
        boolean nothing = reports.stream().noneMatch(PackageReport::isPublishable);
        project.getProperties().setProperty(SKIP_PROPERTY, Boolean.toString(nothing));
        log.info("Property " + SKIP_PROPERTY + " is " + nothing);
    }

    private Severity softened() {
        return choice == OnPublished.WARN ? Severity.WARNING : Severity.INFO;
    }
}
