package io.github.feedauth.mojo;

import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.client.PackageManager;
import io.github.feedauth.client.YarnClassicFiles;
import io.github.feedauth.configure.Clean;
import io.github.feedauth.configure.ConfigureRequest;
import io.github.feedauth.configure.CredentialStore;
import io.github.feedauth.configure.Report;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.npmrc.ChangedLine;
import io.github.feedauth.project.EarlyFrontEndGoals.Early;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;

/** What {@code configure} tells the user: a line for each file written, and what would otherwise fail later without a word. */
final class ReportLog {
    private final Log log;

    ReportLog(Log log) {
        this.log = log;
    }

    void insecure(ConfigureRequest request) {
        if (request.store() == CredentialStore.NONE) {
            return;
        }
        for (Feed feed : request.feeds().list()) {
            if (feed.isInsecure()) {
                log.warn("The credential for " + feed.url().text()
                        + " crosses the network in clear: plain http, permitted by allowInsecureHttp");
            }
        }
    }

    /**
     * Goals of a front end that run too early.
     *
     * @param typed writes the commands that a text names as they have to be typed
     */
    void early(List<Early> goals, MojoExecution self, UnaryOperator<String> typed) {
        for (Early early : goals) {
            log.warn("frontend-maven-plugin:" + early.goal() + " ("
                    + Printable.name(early.executionId())
                    + ") runs before feedauth:configure in this build, without the feed. "
                    + typed.apply(cure(early, self)));
        }
    }

    private static String cure(Early early, MojoExecution self) {
        if (early.phase().isEmpty() || self.getLifecyclePhase() == null) {
            return "Name feedauth:configure before it on the command line, as in mvn feedauth:configure package";
        }
        String phase = early.phase().get();
        return phase.equals(self.getLifecyclePhase())
                ? "Both are bound to " + phase + ": put feedauth-maven-plugin above frontend-maven-plugin in the POM"
                : "It is bound to " + phase + ": give feedauth:configure <phase>" + phase
                        + "</phase> and put feedauth-maven-plugin above frontend-maven-plugin in the POM";
    }

    void notYet(List<Path> folders) {
        for (Path folder : folders) {
            log.warn(name(folder)
                    + " holds no package.json yet: the build fills it later, so no registry line could be written there."
                    + " Bind feedauth:configure to the phase that fills it, below the plugin that does so and above"
                    + " frontend-maven-plugin in the POM; or set workingDirectory to the folder it is filled from,"
                    + " if .npmrc is copied along");
        }
    }

    /** Places that speak of different package managers. */
    void doubts(List<FrontEnd> frontEnds) {
        Set<String> told = new HashSet<>();
        for (FrontEnd frontEnd : frontEnds) {
            for (String doubt : frontEnd.doubts()) {
                if (told.add(doubt)) {
                    log.warn(doubt);
                }
            }
        }
    }

    /** Files that lead Yarn 1 past the feeds. */
    void pastTheFeed(List<FrontEnd> frontEnds, Feeds feeds, Path home) {
        Set<String> told = new HashSet<>();
        for (FrontEnd frontEnd : frontEnds) {
            if (frontEnd.isYarnClassic()) {
                for (String warning : new YarnClassicFiles(frontEnd, home).warnings(feeds)) {
                    if (told.add(warning)) {
                        log.warn(warning);
                    }
                }
            }
        }
    }

    void report(Report report, ConfigureRequest request) {
        for (Report.FileReport file : report.files()) {
            for (String warning : file.warnings()) {
                log.warn(warning);
            }
            if (request.dryRun() && request.store() == CredentialStore.EPHEMERAL) {
                log.info("Would lend " + reader(file.path(), request) + " until the build ends, as a file in "
                        + name(file.path()) + ":");
                lines(file);
            } else if (request.dryRun()) {
                preview(file);
            } else {
                written(file, report, request);
            }
        }
    }

    /**
     * A user's file that was moved into the project, where credentials are committed by mistake.
     *
     * @param home the user's home folder, where it is at home
     */
    void inTheProject(Report report, ConfigureRequest request, Path home) {
        for (Report.FileReport file : report.files()) {
            if (request.store() == CredentialStore.USER
                    && file.secret()
                    && file.changed()
                    && file.path().startsWith(request.workspace())
                    && !home.equals(file.path().getParent())) {
                log.warn(name(file.path())
                        + " holds a credential and lies in the project: see that it is never committed,"
                        + " or let NPM_CONFIG_USERCONFIG, or the userconfig line, name a file outside of it");
            }
        }
    }

    /**
     * Goals that would not read the file, because nothing tells the package manager about it.
     *
     * @param client the package manager
     * @param variable the one that tells it
     * @param property its value
     */
    void unread(String client, String variable, String property, List<String> executions) {
        if (!executions.isEmpty()) {
            log.warn(client + " will not read that file in frontend-maven-plugin's "
                    + Printable.name(String.join(", ", executions))
                    + ": give it <environmentVariables><" + variable + ">${" + property + "}</" + variable
                    + "></environmentVariables>");
        }
    }

    /** Tells of each file that {@code clean} comes to. */
    Consumer<Report.FileReport> cleaning(boolean dryRun) {
        return file -> cleaned(file, dryRun);
    }

    /** Tells of each file in which {@code clean} leaves credentials for other projects. */
    Consumer<Clean.Kept> keeping() {
        return kept -> log.info("Kept in " + name(kept.file().path()) + ": the credential of "
                + Printable.name(String.join(", ", kept.prefixes())) + ", which "
                + kept.holders().stream().map(ReportLog::name).collect(Collectors.joining(", "))
                + " still uses. It goes with feedauth:clean there, or with -Dfeedauth.allProjects");
    }

    private void cleaned(Report.FileReport file, boolean dryRun) {
        file.warnings().forEach(log::warn);
        if (dryRun && !file.lines().isEmpty()) {
            preview(file);
        } else if (file.changed()) {
            String keys = String.join(", ", file.removedKeys());
            log.info((dryRun ? "Would take back " : "Taken back: ")
                    + name(file.path())
                    + (keys.isEmpty() ? "" : " without " + Printable.name(keys))
                    + (file.secret() && !keys.isEmpty()
                            ? ". Another project that uses one of these needs feedauth:configure again"
                            : ""));
        }
    }

    private void preview(Report.FileReport file) {
        if (file.changed()) {
            log.info("Would change " + name(file.path()) + ":");
            lines(file);
        } else {
            log.info("Would not change " + name(file.path()));
        }
    }

    private void lines(Report.FileReport file) {
        file.lines().forEach(line -> log.info("  " + Printable.name(line.toString())));
    }

    private void written(Report.FileReport file, Report report, ConfigureRequest request) {
        boolean credentials = file.secret() && !report.origins().isEmpty();
        if (!file.changed()) {
            if (log.isDebugEnabled()) {
                log.debug("Unchanged: " + name(file.path()) + (credentials ? ", " + origins(report) : ""));
            }
            return;
        }
        if (file.secret() && !request.store().standsIn()) {
            file.removedKeys()
                    .forEach(key -> log.info("Removed from " + name(file.path()) + ": " + Printable.name(key)
                            + ", which npm would prefer or does not need"));
        }
        if (request.store().standsIn()) {
            log.info("Credentials and registry "
                    + (request.store() == CredentialStore.BUILD
                            ? "written to "
                            : "lent to " + reader(file.path(), request) + " until the build ends, in ")
                    + name(file.path()) + ": " + origins(report));
            return;
        }
        log.info(
                credentials
                        ? "Credentials written to " + name(file.path()) + ": " + origins(report)
                        : "Registry written to " + name(file.path()) + ": " + registries(file.path(), request.feeds())
                                + replaced(file)
                                + ". A registry line is no secret: commit it");
    }

    private static String replaced(Report.FileReport file) {
        String gone = file.lines().stream()
                .filter(line -> line.kind() == ChangedLine.Kind.REMOVED)
                .map(line -> Printable.name(line.text().strip()))
                .collect(Collectors.joining(", "));
        return gone.isEmpty() ? "" : ", in the place of " + gone;
    }

    private static String reader(Path file, ConfigureRequest request) {
        return file.toString().endsWith(".cjs") ? "Yarn" : readersOfNpmrc(request.frontEnds());
    }

    /** The package managers of front ends that read {@code .npmrc}, in words; npm where there are none. */
    static String readersOfNpmrc(List<FrontEnd> frontEnds) {
        String readers = frontEnds.stream()
                .filter(frontEnd -> !frontEnd.isBerry())
                .map(frontEnd -> frontEnd.client().manager().toString())
                .distinct()
                .collect(Collectors.joining(" and "));
        return readers.isEmpty() ? PackageManager.NPM.toString() : readers;
    }

    private static String origins(Report report) {
        return String.join(
                "; ",
                report.origins().entrySet().stream()
                        .map(entry -> entry.getKey().url().text() + " from " + entry.getValue())
                        .distinct()
                        .toList());
    }

    private static String registries(Path file, Feeds feeds) {
        boolean yarn = file.toString().endsWith(".yarnrc.yml");
        return String.join(
                ", ",
                feeds.list().stream()
                        .flatMap(feed -> yarn
                                ? yarnKeys(feed)
                                        .map(key -> key + ": " + feed.url().text())
                                : feed.registryKeys().stream()
                                        .map(key -> key + "=" + feed.url().text()))
                        .toList());
    }

    private static Stream<String> yarnKeys(Feed feed) {
        return feed.scopes().isEmpty()
                ? Stream.of("npmRegistryServer")
                : feed.scopes().stream().map(scope -> "npmScopes." + scope.name() + ".npmRegistryServer");
    }

    private static String name(Path path) {
        return Printable.name(path.toString());
    }
}
