package io.github.feedauth.mojo;

import io.github.feedauth.check.Check;
import io.github.feedauth.check.CheckReport;
import io.github.feedauth.check.CheckRequest;
import io.github.feedauth.check.Look;
import io.github.feedauth.check.NpmConfigReader;
import io.github.feedauth.client.Client;
import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.configure.ConfigureRequest;
import io.github.feedauth.configure.CredentialStore;
import io.github.feedauth.configure.Entra;
import io.github.feedauth.configure.LegacyKeys;
import io.github.feedauth.configure.Report;
import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.NoFeed;
import io.github.feedauth.probe.Probe;
import io.github.feedauth.project.ModuleBuild;
import io.github.feedauth.store.EphemeralFiles;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What is to be checked in one module, with the parameters that this module gives the goal. */
final class ModuleCheck {
    private final MavenSession session;
    private final MavenProject project;
    private final Log log;
    private final Options options;
    private final SettingsDecrypter decrypter;
    private final NpmFolders folders;
    private final List<Feed> feeds;
    private final Optional<FeedAuthFailure> unfound;

    /**
     * The goal's parameters.
     *
     * @param named the feeds
     * @param folders the folders that the user set; may be null
     * @param serverId may be null
     * @param patEnvName the name of the variable
     * @param entra whether to sign in to Entra, and how
     * @param store whether npm will get a file in the place of the user's, and which
     */
    record Options(
            FeedsParameter named,
            List<File> folders,
            String serverId,
            String patEnvName,
            Entra entra,
            CredentialStore store,
            boolean allowInsecureHttp) {}

    ModuleCheck(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            Log log,
            Options options,
            SettingsDecrypter decrypter) {
        this.session = session;
        this.project = project;
        this.log = log;
        this.options = options;
        this.decrypter = decrypter;
        this.folders = new NpmFolders(session, execution);
        List<Feed> declared = options.named().declared(options.allowInsecureHttp());
        Optional<FeedAuthFailure> failed = Optional.empty();
        if (declared.isEmpty()) {
            try {
                declared = discovered();
            } catch (FeedAuthFailure noneOrSeveral) {
                failed = Optional.of(noneOrSeveral);
            }
        }
        this.feeds = declared;
        this.unfound = failed;
    }

    /**
     * The reports of the modules' folders.
     *
     * @throws FeedAuthFailure where there is no registry at all to tell of
     */
    static List<CheckReport> run(List<ModuleCheck> modules, Optional<Probe> probe, Assembly assembly) {
        List<Look> looks = new ArrayList<>();
        List<CheckReport> reports;
        try (EphemeralFiles lent = assembly.ephemeralFiles()) {
            modules.forEach(module -> looks.addAll(module.looks(assembly, lent)));
            if (looks.isEmpty()) {
                looks.addAll(modules.get(0).withoutFrontEnd(assembly));
            }
            reports = Check.reports(looks, probe);
        }
        if (reports.stream().allMatch(report -> report.feeds().isEmpty())) {
            throw modules.stream()
                    .flatMap(module -> module.unfound.stream())
                    .findFirst()
                    .orElseGet(() -> NoFeed.after(List.of()));
        }
        return reports;
    }

    private CredentialChain credentials(Assembly assembly) {
        return assembly.credentials(project, decrypter, options.patEnvName(), options.serverId(), options.entra(), log);
    }

    private List<Look> looks(Assembly assembly, EphemeralFiles lent) {
        List<CheckRequest> requests = folders.ofModule(project, options.folders(), feeds, options.allowInsecureHttp());
        List<FrontEnd> yarns = folders.yarns(project, options.folders());
        if (requests.isEmpty() && yarns.isEmpty()) {
            return List.of();
        }
        CredentialChain credentials = credentials(assembly);
        Optional<Report> lending = lend(assembly, credentials, lent);
        NpmConfigReader reader = lending.flatMap(Report::userConfig)
                .map(file -> folders.reader(project, file, named(file)))
                .orElseGet(() -> folders.reader(project));
        Check check = new Check(credentials);
        List<Look> looks = new ArrayList<>();
        requests.forEach(request -> looks.add(check.npm(request, reader)));
        for (FrontEnd yarn : yarns) {
            looks.add(check.yarn(
                    NpmFolders.ofYarn(yarn, feeds, options.allowInsecureHttp()),
                    folders.yarn(yarn, lending.flatMap(Report::yarnPlugin)),
                    folders.yarnOfHome(yarn)));
        }
        return looks;
    }

    /** What {@code configure} would call the file that is lent for the check. */
    private Path named(Path lent) {
        return options.store() == CredentialStore.BUILD ? ModuleBuild.buildFile(project) : lent;
    }

    /** The module's own folder, where no package.json is anywhere: the feeds can be asked all the same. */
    private List<Look> withoutFrontEnd(Assembly assembly) {
        Path folder = folders.folder(project);
        return List.of(new Check(credentials(assembly))
                .npm(
                        new CheckRequest(
                                folder, folder, false, Client.NPM, feeds, List.of(), options.allowInsecureHttp()),
                        folders.reader(project)));
    }

    /** As {@code configure} finds them; where it would fail, the registries that npm's own files name are checked. */
    private List<Feed> discovered() {
        List<FrontEnd> frontEnds = folders.frontEnds(project, options.folders());
        if (frontEnds.isEmpty() || project.getBasedir() == null) {
            return List.of();
        }
        return Assembly.of(session)
                .discover(
                        project,
                        frontEnds,
                        ModuleBuild.workspace(session, project),
                        options.serverId(),
                        options.allowInsecureHttp(),
                        log)
                .list();
    }

    /**
     * The files that npm and Yarn will get, for the time of the check; empty where they get none, or where there is no credential to put
     * into them, which the report tells.
     *
     * @throws FeedAuthFailure where {@code configure} would fail for another reason
     */
    private Optional<Report> lend(Assembly assembly, CredentialChain credentials, EphemeralFiles lent) {
        if (!options.store().standsIn()
                || feeds.isEmpty()
                || project.getBasedir() == null
                || !feeds.stream().allMatch(feed -> hasCredential(credentials, feed))) {
            return Optional.empty();
        }
        return Optional.of(assembly.configure(credentials, lent)
                .run(new ConfigureRequest(
                        new Feeds(feeds),
                        folders.frontEnds(project, options.folders()),
                        project.getBasedir().toPath(),
                        ModuleBuild.workspace(session, project),
                        CredentialStore.EPHEMERAL,
                        ModuleBuild.buildFile(project),
                        LegacyKeys.AUTO,
                        false)));
    }

    private static boolean hasCredential(CredentialChain credentials, Feed feed) {
        try {
            credentials.resolve(feed);
            return true;
        } catch (FeedAuthFailure none) {
            return false;
        }
    }
}
