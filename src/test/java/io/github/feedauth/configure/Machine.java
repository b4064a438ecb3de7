package io.github.feedauth.configure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedauth.client.Client;
import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.client.NpmUserFile;
import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.credential.EnvironmentSource;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedCoordinates;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.Scope;
import io.github.feedauth.receipt.Receipts;
import io.github.feedauth.store.ConfigFile;
import io.github.feedauth.store.ConfigFiles;
import io.github.feedauth.store.EphemeralFiles;
import io.github.feedauth.store.StateFolder;
import io.github.feedauth.store.SteppedDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A machine with a home folder and a project, on which {@code configure} runs on real files. */
final class Machine {
    static final String PAT = "sentinel-pat-of-this-test";
    static final String PASSWORD = Base64.getEncoder().encodeToString(PAT.getBytes(UTF_8));
    static final String REGISTRY = "https://pkgs.dev.azure.com/contoso/_packaging/Feed/npm/registry/";
    static final String KEY = "//pkgs.dev.azure.com/contoso/_packaging/Feed/npm/registry/";
    static final String PARENT_KEY = "//pkgs.dev.azure.com/contoso/_packaging/Feed/npm/";
    static final String CREDENTIALS = KEY + ":username=AzureDevOps\n" + KEY + ":_password=" + PASSWORD + "\n"
            + PARENT_KEY + ":username=AzureDevOps\n" + PARENT_KEY + ":_password=" + PASSWORD + "\n";

    final Path root;
    final Path home;
    Path project;
    final Map<String, String> environment = new LinkedHashMap<>();

    final EphemeralFiles ephemeral;

    /** What the last {@code clean} left for other projects. */
    final List<Clean.Kept> kept = new ArrayList<>();

    private CredentialLedger ledger = new CredentialLedger();
    private final List<FrontEnd> frontEnds = new ArrayList<>();
    private List<Feed> feeds = List.of(feed(REGISTRY));
    private CredentialStore store = CredentialStore.USER;
    private LegacyKeys legacyKeys = LegacyKeys.AUTO;
    private final List<Path> build = new ArrayList<>();
    private boolean dryRun;
    private SteppedDisk.Watcher watcher = step -> {};

    Machine(Path temp) throws IOException {
        root = Files.createDirectory(temp.toRealPath().resolve("machine"));
        home = Files.createDirectory(root.resolve("home"));
        project = Files.createDirectory(root.resolve("project"));
        ephemeral = new EphemeralFiles(StateFolder.at(state()));
        environment.put("HOME", home.toString());
        environment.put("FEEDAUTH_PAT", PAT);
        frontEnds.add(new FrontEnd(project, project, Client.NPM));
    }

    static Feed feed(String url, String... scopes) {
        return new Feed(
                FeedCoordinates.ofUrl(url).locate("parameter feed"),
                Arrays.stream(scopes).map(scope -> Scope.parse(scope, "test")).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Forgets what the modules of the build before have written. */
    Machine nextBuild() {
        ledger = new CredentialLedger();
        return this;
    }

    /** From now on runs in a module beside the project. */
    Machine ofAnotherModule(String name) throws IOException {
        project = Files.createDirectory(root.resolve(name));
        return frontEnds(new FrontEnd(project, project, Client.NPM));
    }

    /** Other modules of the same build. */
    Machine build(Path... others) {
        build.addAll(List.of(others));
        return this;
    }

    Machine feeds(Feed... all) {
        feeds = List.of(all);
        return this;
    }

    Machine frontEnds(FrontEnd... all) {
        frontEnds.clear();
        frontEnds.addAll(List.of(all));
        return this;
    }

    Machine store(CredentialStore where) {
        store = where;
        return this;
    }

    Machine legacyKeys(LegacyKeys keys) {
        legacyKeys = keys;
        return this;
    }

    Machine dryRun() {
        dryRun = true;
        return this;
    }

    /** What the modules of this build need. */
    CredentialLedger ledger() {
        return ledger;
    }

    Report configure() {
        NpmUserFile npmUserFile = new NpmUserFile(environment, false, root.resolve("home-of-the-system"));
        CredentialChain credentials = new CredentialChain(List.of(new EnvironmentSource(environment, "FEEDAUTH_PAT")));
        return new Configure(files(), credentials, npmUserFile, ledger, ephemeral, StateFolder.at(state()))
                .run(new ConfigureRequest(
                        ledger.find(frontEnds, () -> new Feeds(feeds)),
                        frontEnds,
                        project,
                        project,
                        store,
                        buildFile(),
                        legacyKeys,
                        dryRun));
    }

    List<Report.FileReport> clean() {
        return clean(false);
    }

    /** @param everything whether for all modules of the user */
    List<Report.FileReport> clean(boolean everything) {
        List<Report.FileReport> reports = new ArrayList<>();
        kept.clear();
        new Clean(files(), environment, ledger, Optional.of(receipts()))
                .run(new CleanRequest(project, build, feeds, everything, buildFile(), dryRun), reports::add, kept::add);
        return reports;
    }

    /** Lets somebody watch, and prevent, what is done to the disk. */
    Machine watchedBy(SteppedDisk.Watcher somebody) {
        watcher = somebody;
        return this;
    }

    private ConfigFiles files() {
        return SteppedDisk.files(watcher, StateFolder.at(state()), Duration.ofSeconds(20));
    }

    ConfigFile receipts() {
        return Receipts.file(state());
    }

    /** Where it is on Linux: by its path before the user file. */
    Path state() {
        return home.resolve(".local/state/feedauth");
    }

    Path buildFile() {
        return project.resolve("target/feedauth/npmrc");
    }

    Path userFile() {
        return home.resolve(".npmrc");
    }

    Path projectFile() {
        return project.resolve(".npmrc");
    }

    /** Every file of the machine but for the program's own state, by its name, with its bytes in base64; a folder has none. */
    Map<String, String> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            Map<String, String> found = new TreeMap<>();
            for (Path path : paths.filter(path -> !path.startsWith(home.resolve(".local")))
                    .toList()) {
                boolean file = Files.isRegularFile(path);
                found.put(
                        root.relativize(path).toString(),
                        file ? Base64.getEncoder().encodeToString(Files.readAllBytes(path)) : "");
            }
            return found;
        }
    }
}
