package io.github.feedauth.mojo;

import io.github.feedauth.check.CheckRequest;
import io.github.feedauth.check.ConfigLevel;
import io.github.feedauth.check.NpmConfigReader;
import io.github.feedauth.check.Place;
import io.github.feedauth.check.Setting;
import io.github.feedauth.check.YarnConfig;
import io.github.feedauth.check.YarnDialect;
import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.client.FrontEndLocator;
import io.github.feedauth.client.NpmUserFile;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.probe.Probe;
import io.github.feedauth.project.FrontEndFolders;
import io.github.feedauth.project.FrontEndRun;
import io.github.feedauth.project.MavenEnvironment;
import io.github.feedauth.project.MavenProxies;
import io.github.feedauth.project.SessionExpressions;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** The folders that npm runs in, in a module or where there is no POM at all. */
final class NpmFolders {
    private final MavenSession session;
    private final MojoExecution execution;
    private final MavenEnvironment machine;
    private final Map<String, String> variables;
    private final Map<MavenProject, List<FrontEnd>> located = new HashMap<>();

    NpmFolders(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.execution = execution;
        this.machine = new MavenEnvironment(session);
        this.variables = machine.variables();
    }

    /**
     * What to check in a module.
     *
     * @param set the folders that the user set; may be null
     */
    List<CheckRequest> ofModule(MavenProject module, List<File> set, List<Feed> feeds, boolean allowInsecureHttp) {
        List<Setting> flags = new ArrayList<>();
        run(module)
                .registryFlags()
                .forEach((place, url) ->
                        flags.add(new Setting(ConfigLevel.COMMAND_LINE, Place.named(place), "registry", url)));
        List<CheckRequest> requests = new ArrayList<>();
        for (FrontEnd frontEnd : frontEnds(module, set)) {
            if (!frontEnd.isBerry()) {
                requests.add(new CheckRequest(
                        frontEnd.folder(), frontEnd.root(), true, frontEnd.client(), feeds, flags, allowInsecureHttp));
            }
        }
        return requests;
    }

    /** The module's front ends. */
    List<FrontEnd> frontEnds(MavenProject module, List<File> set) {
        return located.computeIfAbsent(module, unused -> locate(module, set));
    }

    private List<FrontEnd> locate(MavenProject module, List<File> set) {
        return module.getBasedir() == null
                ? new FrontEndLocator()
                        .locate(folder(module), Optional.empty(), List.of()).stream()
                                .toList()
                : new FrontEndFolders(module, session.getAllProjects(), expressions())
                        .find(set == null ? List.of() : set, Optional.empty())
                        .frontEnds();
    }

    /**
     * The module's front ends whose client is Yarn 2 or newer.
     *
     * @param set as for {@link #ofModule}
     */
    List<FrontEnd> yarns(MavenProject module, List<File> set) {
        return frontEnds(module, set).stream().filter(FrontEnd::isBerry).toList();
    }

    /** What to check in a front end of Yarn 2 or newer. */
    static CheckRequest ofYarn(FrontEnd frontEnd, List<Feed> feeds, boolean allowInsecureHttp) {
        return new CheckRequest(
                frontEnd.folder(), frontEnd.root(), true, frontEnd.client(), feeds, List.of(), allowInsecureHttp);
    }

    /**
     * The configuration of Yarn 2 or newer in a front end.
     *
     * @param lent the plugin that it is lent
     */
    YarnConfig yarn(FrontEnd frontEnd, Optional<Path> lent) {
        return new YarnConfig(variables, home(), frontEnd.folder(), dialect(frontEnd), lent);
    }

    /** What it would be without the project. */
    YarnConfig yarnOfHome(FrontEnd frontEnd) {
        return YarnConfig.ofHome(variables, home(), dialect(frontEnd));
    }

    private static YarnDialect dialect(FrontEnd frontEnd) {
        return YarnDialect.of(frontEnd.client().version());
    }

    private Path home() {
        return new NpmUserFile(variables, machine.windows(), machine.operatingSystemHome()).home();
    }

    /** The module's folder; without a POM, the current one. */
    Path folder(MavenProject module) {
        return module.getBasedir() != null
                ? module.getBasedir().toPath()
                : Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
    }

    /** Reads npm's configuration as npm will when it is run for the module. */
    NpmConfigReader reader(MavenProject module) {
        return reader(module, variables, Map.of());
    }

    /** As {@link #reader(MavenProject)}, where npm is told to read another user file. */
    NpmConfigReader reader(MavenProject module, Path userConfig) {
        return reader(module, userConfig, userConfig);
    }

    /**
     * As {@link #reader(MavenProject, Path)}, where that file stands for another.
     *
     * @param named what it is called
     */
    NpmConfigReader reader(MavenProject module, Path userConfig, Path named) {
        Map<String, String> moved = new HashMap<>(variables);
        moved.put("NPM_CONFIG_USERCONFIG", userConfig.toString());
        return reader(module, moved, Map.of(userConfig, named));
    }

    private NpmConfigReader reader(MavenProject module, Map<String, String> ofRun, Map<Path, Path> names) {
        return new NpmConfigReader(
                new NpmUserFile(ofRun, machine.windows(), machine.operatingSystemHome()),
                run(module).node(ofRun, machine.windows()),
                names);
    }

    /**
     * What asks the registries.
     *
     * @param timeout how long to wait for an answer, in seconds
     * @throws FeedAuthFailure where it is none
     */
    static Probe probe(MavenSession session, int timeout) {
        if (timeout < 1) {
            throw new FeedAuthFailure(
                    "No answer can come in " + timeout + " seconds", "parameter timeout", "Write 1 or more");
        }
        return new Probe(new MavenProxies(session), Duration.ofSeconds(timeout));
    }

    private FrontEndRun run(MavenProject module) {
        return new FrontEndRun(module, expressions());
    }

    private SessionExpressions expressions() {
        return new SessionExpressions(session, execution);
    }
}
