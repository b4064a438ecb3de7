package io.github.feedauth.mojo;

import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.client.NpmUserFile;
import io.github.feedauth.client.RegistryOverrides;
import io.github.feedauth.configure.Clean;
import io.github.feedauth.configure.Configure;
import io.github.feedauth.configure.CredentialLedger;
import io.github.feedauth.configure.Entra;
import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.credential.CredentialSource;
import io.github.feedauth.credential.EnvironmentSource;
import io.github.feedauth.credential.MavenRepository;
import io.github.feedauth.credential.PipelineSource;
import io.github.feedauth.credential.ServerSource;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.npmrc.NpmrcDocument;
import io.github.feedauth.project.DiscoveredFeeds;
import io.github.feedauth.project.FeedDiscovery;
import io.github.feedauth.project.MavenEnvironment;
import io.github.feedauth.project.ModuleBuild;
import io.github.feedauth.project.PipelineAgent;
import io.github.feedauth.project.ProjectRepositories;
import io.github.feedauth.project.SessionMemory;
import io.github.feedauth.project.SettingsServers;
import io.github.feedauth.receipt.Receipts;
import io.github.feedauth.store.ConfigFile;
import io.github.feedauth.store.ConfigFiles;
import io.github.feedauth.store.EphemeralFiles;
import io.github.feedauth.store.StateFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Puts the core together from what Maven injects. */
final class Assembly {
    private final MavenSession session;
    private final SessionMemory memory;
    private final MavenEnvironment machine;
    private final Map<String, String> variables;
    private final NpmUserFile npmUserFile;
    private final StateFolder state;
    private final ConfigFiles files;
    private final EphemeralFiles ephemeral;
    private final ParsedFeeds parsed = new ParsedFeeds();
    private final CredentialLedger ledger = new CredentialLedger();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** The one of this build: its machine and environment are the same for all modules. */
    static Assembly of(MavenSession session) {
        SessionMemory memory = new SessionMemory(session);
        Optional<Assembly> known = memory.known(Assembly.class);
        return known.isPresent() ? known.get() : memory.first(Assembly.class, new Assembly(session, memory));
    }

    private Assembly(MavenSession session, SessionMemory memory) {
        this.session = session;
        this.memory = memory;
        this.machine = new MavenEnvironment(session);
        this.variables = machine.variables();
        this.npmUserFile = new NpmUserFile(variables, machine.windows(), machine.operatingSystemHome());
        this.state = StateFolder.of(variables, machine.windows(), npmUserFile.home());
        this.files = new ConfigFiles(state, ConfigFiles.DEFAULT_WAIT);
        this.ephemeral = new EphemeralFiles(state);
    }

    /**
     * The feeds that a module names.
     *
     * @throws io.github.feedauth.failure.FeedAuthFailure as {@link FeedsParameter#toFeeds}
     */
    Feeds named(FeedsParameter feeds, boolean allowInsecureHttp) {
        return parsed.of(feeds, allowInsecureHttp);
    }

    /** The main job, with what it shares with the other modules of the build. */
    Configure configure(CredentialChain credentials) {
        return configure(credentials, memory.first(EphemeralFiles.class, ephemeral));
    }

    /** As {@link #configure(CredentialChain)}, with files to lend that are not shared with the build's other goals. */
    Configure configure(CredentialChain credentials, EphemeralFiles ephemeral) {
        return new Configure(files, credentials, npmUserFile, ledger, ephemeral, state);
    }

    /** Files that are gone when they are closed, and at the latest with this process. */
    EphemeralFiles ephemeralFiles() {
        return new EphemeralFiles(state);
    }

    /** What takes the main job back. */
    Clean clean() {
        return new Clean(files, variables, ledger, state.find().map(Receipts::file));
    }

    /** The home folder of the package managers. */
    Path home() {
        return npmUserFile.home();
    }

    /** Removes what killed builds left of their ephemeral files. */
    void sweep() {
        ephemeral.sweep();
    }

    /**
     * As {@link #discover}, and no {@code clean} of another module takes away again what the feeds were found in.
     *
     * @throws io.github.feedauth.failure.FeedAuthFailure as {@link FeedDiscovery#find}
     */
    Feeds discoverToUse(
            MavenProject project,
            List<FrontEnd> frontEnds,
            Path workspace,
            String serverId,
            boolean allowInsecureHttp,
            Log log) {
        return ledger.find(frontEnds, () -> discover(project, frontEnds, workspace, serverId, allowInsecureHttp, log));
    }

    /**
     * The feeds of a module that configures none.
     *
     * @throws io.github.feedauth.failure.FeedAuthFailure as {@link FeedDiscovery#find}
     */
    Feeds discover(
            MavenProject project,
            List<FrontEnd> frontEnds,
            Path workspace,
            String serverId,
            boolean allowInsecureHttp,
            Log log) {
        boolean serverGiven = serverId != null && !serverId.isBlank();
        DiscoveredFeeds found = new FeedDiscovery(
                        frontEnd -> projectFile(frontEnd, workspace),
                        repositories(project),
                        id -> !serverGiven && session.getSettings().getServer(id) != null,
                        allowInsecureHttp)
                .find(frontEnds);
        found.reasons().forEach(log::info);
        return found.feeds();
    }

    private Optional<NpmrcDocument> projectFile(FrontEnd frontEnd, Path workspace) {
        Path path = frontEnd.projectFile();
        return files.read(ConfigFile.project(path, frontEnd.linkBoundary(workspace)))
                .map(content -> NpmrcDocument.parse(content, Printable.name(path.toString()), variables));
    }

    private List<MavenRepository> repositories(MavenProject project) {
        return new ProjectRepositories(project.getModel(), session.getSettings().getMirrors()).all();
    }

    /** The sources of credentials, in the order in which they are asked. */
    CredentialChain credentials(
            MavenProject project,
            SettingsDecrypter decrypter,
            String patEnvName,
            String serverId,
            Entra entra,
            Log log) {
        SettingsServers servers =
                memory.first(SettingsServers.class, new SettingsServers(session.getSettings(), decrypter, log));
        List<CredentialSource> sources = List.of(
                new EnvironmentSource(variables, patEnvName),
                new ServerSource(
                        servers,
                        serverId == null || serverId.isBlank() ? Optional.empty() : Optional.of(serverId),
                        repositories(project)));
        FurtherSources further = new FurtherSources(machine, variables, memory, entra, log);
        return new CredentialChain(
                sources,
                further,
                PipelineSource.isPipeline(variables) ? Optional.of(agent(log)) : Optional.empty(),
                new Warnings(this, log));
    }

    /** Where the credentials' warnings go: a lambda would cost every build three times as much. */
    private record Warnings(Assembly assembly, Log log) implements Consumer<String> {
        @Override
        public void accept(String warning) {
            assembly.warnOnce(warning, log);
        }
    }

    /** Warns of what is the same in all modules. */
    void warnOnce(String warning, Log log) {
        if (told.add(warning)) {
            log.warn(warning);
        }
    }

    /** What npm takes before the lines that this plugin writes. */
    RegistryOverrides overrides(ModuleBuild build) {
        return new RegistryOverrides(variables, build.npmRegistryUrls());
    }

    private PipelineAgent agent(Log log) {
        return memory.one(PipelineAgent.class, () -> PipelineAgent.of(log.isInfoEnabled() ? log::info : log::error));
    }
}
