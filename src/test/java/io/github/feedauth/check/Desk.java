package io.github.feedauth.check;

import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.client.FrontEndLocator;
import io.github.feedauth.client.NpmUserFile;
import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.credential.EnvironmentSource;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedCoordinates;
import io.github.feedauth.probe.Probe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    boolean yarnClassic;

    Desk(Path base) throws IOException {
        project = Files.createDirectories(base.toRealPath().resolve("project"));
        home = Files.createDirectories(base.toRealPath().resolve("home"));
        environment.put("HOME", home.toString());
        Files.writeString(project.resolve("package.json"), "{}");
        Files.writeString(project.resolve(".npmrc"), "registry=" + URL + "\n");
        user(good());
        feed(URL);
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The lines that configure writes. */
    static String good() {
        return KEY + ":username=AzureDevOps\n" + KEY + ":_password=" + base64(PAT) + "\n";
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
        Files.writeString(project.resolve(".npmrc"), "registry=" + URL + "\n" + text);
        return this;
    }

    CheckReport check() {
        return check(Optional.empty(), project);
    }

    CheckReport check(Optional<Probe> probe, Path folder) {
        FrontEnd frontEnd = new FrontEndLocator()
                .locate(folder, Optional.empty(), List.of())
                .orElseThrow();
        NpmUserFile userFile = new NpmUserFile(environment, false, Path.of("/nobody"));
        return new Check(
                        new NpmConfigReader(userFile, Optional.empty()),
                        new CredentialChain(List.of(new EnvironmentSource(environment, "FEEDAUTH_PAT"))),
                        probe)
                .run(new CheckRequest(frontEnd.folder(), frontEnd.root(), true, yarnClassic, feeds, flags, false));
    }
}
