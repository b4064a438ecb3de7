package io.github.feedauth.check;

import io.github.feedauth.client.Client;
import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.client.FrontEndLocator;
import io.github.feedauth.client.NpmUserFile;
import io.github.feedauth.client.PackageManager;
import io.github.feedauth.configure.Configure;
import io.github.feedauth.configure.ConfigureRequest;
import io.github.feedauth.configure.CredentialLedger;
import io.github.feedauth.configure.CredentialStore;
import io.github.feedauth.configure.LegacyKeys;
import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.credential.EnvironmentSource;
import io.github.feedauth.credential.ServerSource;
import io.github.feedauth.credential.Servers;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedCoordinates;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.probe.Probe;
import io.github.feedauth.store.ConfigFiles;
import io.github.feedauth.store.EphemeralFiles;
import io.github.feedauth.store.StateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody's machine with a project on it, to be checked. */
final class Desk {
    static final String URL = "https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/";
    static final String KEY = "//pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/";
    static final String PAT = "sentinel".repeat(6) + "sent";

    final Path project;
    final Path home;
    final Map<String, String> environment = new HashMap<>();
    final List<Setting> flags = new ArrayList<>();
    final List<Feed> feeds = new ArrayList<>();
    PackageManager client = PackageManager.NPM;
    Optional<String> version = Optional.empty();

    /** The parameter {@code patEnvName}. */
    String patEnvName = "FEEDAUTH_PAT";

    /** The folder that npm runs in: the project, unless a test says otherwise. */
    Path folder;

    private final String url;
    private final String pat;

    Desk(Path base) throws IOException {
        this(base, URL, PAT);
    }

    /** A machine that is configured for a feed. */
    Desk(Path base, String url, String pat) throws IOException {
        this.url = url;
        this.pat = pat;
        project = Files.createDirectories(base.toRealPath().resolve("project"));
        home = Files.createDirectories(base.toRealPath().resolve("home"));
        folder = project;
        environment.put("HOME", home.toString());
        Files.writeString(project.resolve("package.json"), "{}");
        Files.writeString(project.resolve(".npmrc"), "registry=" + url + "\n");
        user(credential());
        feed(url);
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The lines that configure writes. */
    static String good() {
        return KEY + ":username=AzureDevOps\n" + KEY + ":_password=" + base64(PAT) + "\n";
    }

    /** The feed's URL without its scheme, which credentials stand under. */
    String key() {
        return url.substring(url.indexOf("//"));
    }

    /** The lines that configure writes for this machine's feed. */
    String credential() {
        return good().replace(KEY, key()).replace(base64(PAT), base64(pat));
    }

    Desk feed(String url) {
        feeds.add(Feed.of(FeedCoordinates.ofUrl(url).locate("test")));
        return this;
    }

    Desk user(String text) throws IOException {
        Path file = home.resolve(".npmrc");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return this;
    }

    Desk project(String text) throws IOException {
        Files.writeString(project.resolve(".npmrc"), "registry=" + url + "\n" + text);
        return this;
    }

    Desk file(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Does what {@code mvn feedauth:configure} does. */
    void configure() {
        StateFolder state = StateFolder.at(home.resolve("state"));
        new Configure(
                        new ConfigFiles(state, Duration.ofSeconds(20)),
                        sources(),
                        userFile(),
                        new CredentialLedger(),
                        new EphemeralFiles(state),
                        state)
                .run(new ConfigureRequest(
                        new Feeds(feeds),
                        List.of(frontEnd()),
                        project,
                        project,
                        CredentialStore.USER,
                        project.resolve("target/feedauth/npmrc"),
                        LegacyKeys.AUTO,
                        false));
    }

    CheckReport check() {
        return check(Optional.empty(), folder);
    }

    CheckReport check(Optional<Probe> probe, Path where) {
        folder = where;
        return Check.reports(List.of(new Check(sources()).npm(request(), reader())), probe)
                .get(0);
    }

    /**
     * @param lent what npm gets in the place of the user's file
     * @param named what it is called
     */
    CheckReport check(Path lent, Path named) {
        Map<String, String> moved = new HashMap<>(environment);
        moved.put("NPM_CONFIG_USERCONFIG", lent.toString());
        NpmConfigReader reader = new NpmConfigReader(
                new NpmUserFile(moved, false, Path.of("/nobody")), Optional.empty(), Map.of(lent, named));
        return Check.reports(List.of(new Check(sources()).npm(request(), reader)), Optional.empty())
                .get(0);
    }

    NpmConfig config() {
        return reader().read(request());
    }

    CheckRequest request() {
        FrontEnd frontEnd = frontEnd();
        return new CheckRequest(
                frontEnd.folder(), frontEnd.root(), true, new Client(client, version), feeds, flags, false);
    }

    NpmConfigReader reader() {
        return new NpmConfigReader(userFile(), Optional.empty());
    }

    private FrontEnd frontEnd() {
        return new FrontEndLocator().locate(folder, Optional.empty(), List.of()).orElseThrow();
    }

    private NpmUserFile userFile() {
        return new NpmUserFile(environment, false, Path.of("/nobody"));
    }

    private CredentialChain sources() {
        return new CredentialChain(List.of(
                new EnvironmentSource(environment, patEnvName),
                new ServerSource(new NoServers(), Optional.empty(), List.of())));
    }

    /** A settings.xml without any. */
    private static final class NoServers implements Servers {
        @Override
        public Optional<Server> find(String id) {
            return Optional.empty();
        }

        @Override
        public List<String> ids() {
            return List.of();
        }
    }
}
