package io.github.feedauth.check;

import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.credential.Credential;
import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.AuthLookup;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.Scope;
import io.github.feedauth.probe.Answer;
import io.github.feedauth.yarnrc.YarnLines;
import io.github.feedauth.yarnrc.YarnSetting;
import io.github.feedauth.yarnrc.YarnrcDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Yarn 2 and newer would send to the feeds, by {@code .yarnrc.yml} alone. Source: Yarn's own look-up ({@code npmConfigUtils}): the
 * credential of the scope, else of the registry's address, else the general one; and none at all without {@code npmAlwaysAuth} beside
 * it.
 */
public final class YarnCheck {
    private static final String CURE = "Run mvn feedauth:configure, which writes it";

    private final Path home;
    private final CredentialChain sources;

    /**
     * @param home the home folder, whose file Yarn reads besides the project's
     * @param sources where {@code configure} would take credentials from
     */
    public YarnCheck(Path home, CredentialChain sources) {
        this.home = home;
        this.sources = sources;
    }

    private record Source(ConfigLevel level, Path file, YarnrcDocument document) {
        Optional<Place> line(String name) {
            return document.found(List.of(name)).stream()
                    .findFirst()
                    .map(found -> new Place(
                            file.toString(), Integer.parseInt(found.substring("line ".length(), found.indexOf(':')))));
        }

        boolean holds(List<String> path, String value, YarnSetting.Kind kind) {
            try {
                return document.apply(List.of(new YarnLines(List.of(new YarnSetting(path, value, kind)), Set.of())))
                        .changedLines()
                        .isEmpty();
            } catch (FeedAuthFailure | IllegalArgumentException notReadable) {
                return false;
            }
        }
    }

    /** The report of one front end; no registry is asked. */
    public CheckReport run(FrontEnd frontEnd, List<Feed> feeds) {
        List<Source> files = new ArrayList<>();
        read(ConfigLevel.PROJECT, frontEnd.projectFile()).ifPresent(files::add);
        read(ConfigLevel.USER, home.resolve(YarnLookup.FILE)).ifPresent(files::add);
        List<FeedReport> reports =
                feeds.stream().map(feed -> report(feed, files)).toList();
        return new CheckReport(frontEnd.folder(), frontEnd.root(), reports, List.of());
    }

    private static Optional<Source> read(ConfigLevel level, Path file) {
        return Files.exists(file) ? Optional.of(new Source(level, file, YarnLookup.read(file))) : Optional.empty();
    }

    private FeedReport report(Feed feed, List<Source> files) {
        List<Finding> findings = new ArrayList<>();
        List<Setting> lines = registered(feed, files, findings);
        for (String map : maps(feed)) {
            for (String auth : YarnLookup.AUTH) {
                for (Source file : files) {
                    Optional<Place> place = file.line(map + auth);
                    if (place.isPresent()) {
                        return found(feed, files, findings, lines, map, auth, file, place.get());
                    }
                }
            }
        }
        findings.add(Finding.of(
                Code.NO_CREDENTIAL,
                "Yarn has no credential for this registry: it fails with YN0041 (as an anonymous user), or YN0033 where npmAlwaysAuth is"
                        + " set",
                CURE));
        return new FeedReport(
                new Target(feed.url(), lines, Optional.of(feed)),
                Optional.empty(),
                Optional.empty(),
                unasked(),
                findings);
    }

    private FeedReport found(
            Feed feed,
            List<Source> files,
            List<Finding> findings,
            List<Setting> lines,
            String map,
            String auth,
            Source file,
            Place place) {
        if (files.stream().noneMatch(one -> one.line(map + "npmAlwaysAuth").isPresent())) {
            findings.add(Finding.of(
                    Code.NO_CREDENTIAL,
                    place,
                    "Yarn does not send this credential, since npmAlwaysAuth is not set beside it: it fails with YN0041",
                    CURE));
        }
        boolean hides = file.level() == ConfigLevel.PROJECT
                && files.stream()
                        .anyMatch(one -> one.level() == ConfigLevel.USER
                                && one.line("npmRegistries " + feed.url().text())
                                        .isPresent());
        if (hides) {
            findings.add(Finding.of(
                    Code.SHADOWED, place, "Yarn takes it before the credential in the home file", "Remove that line"));
        }
        Optional<ResolvedCredential> source = source(feed);
        boolean same =
                source.isPresent() && isSame(file, map, auth, source.get().credential());
        if (source.isPresent() && !same) {
            findings.add(Finding.of(
                    Code.OUTDATED_CREDENTIAL,
                    place,
                    "Yarn would send another token than " + source.get().origin() + " holds",
                    "Run mvn feedauth:configure, which carries it over"));
        }
        String shown = (map + auth).replace(' ', '.');
        return new FeedReport(
                new Target(feed.url(), lines, Optional.of(feed)),
                Optional.of(new SentCredential(
                        new AuthLookup.Match(
                                feed.url().text(),
                                auth.equals("npmAuthToken") ? AuthLookup.Kind.TOKEN : AuthLookup.Kind.AUTH,
                                List.of(shown)),
                        List.of(new Setting(file.level(), place, feed.url().text() + ":" + auth, "")))),
                same ? source.map(ResolvedCredential::origin) : Optional.empty(),
                unasked(),
                findings);
    }

    private static Answer unasked() {
        return new Answer.NotAsked("of Yarn's files only the places are read");
    }

    private static List<String> maps(Feed feed) {
        return YarnLookup.maps(
                feed.scopes().stream().map(Scope::name).toList(), feed.url().text());
    }

    private static List<Setting> registered(Feed feed, List<Source> files, List<Finding> findings) {
        List<Setting> lines = new ArrayList<>();
        List<List<String>> paths = feed.scopes().isEmpty()
                ? List.of(List.of("npmRegistryServer"))
                : feed.scopes().stream()
                        .map(scope -> List.of("npmScopes", scope.name(), "npmRegistryServer"))
                        .toList();
        for (List<String> path : paths) {
            String name = String.join(" ", path);
            Optional<Source> file =
                    files.stream().filter(one -> one.line(name).isPresent()).findFirst();
            Optional<Place> place = file.flatMap(one -> one.line(name));
            if (place.isPresent() && file.get().holds(path, feed.url().text(), YarnSetting.Kind.TEXT)) {
                String key = path.size() == 1 ? "registry" : "@" + path.get(1) + ":registry";
                lines.add(new Setting(
                        file.get().level(), place.get(), key, feed.url().text()));
            } else {
                String what = name.replace(' ', '.');
                findings.add(new Finding(
                        Code.NOT_REGISTERED,
                        place,
                        place.isPresent()
                                ? "Yarn asks another registry than this feed: " + what + " is set here"
                                : "Yarn does not know this feed: no " + what + " names it",
                        "Run mvn feedauth:configure, and commit the .yarnrc.yml that it writes"));
            }
        }
        return lines;
    }

    private Optional<ResolvedCredential> source(Feed feed) {
        try {
            return Optional.of(sources.resolve(feed));
        } catch (FeedAuthFailure none) {
            return Optional.empty();
        }
    }

    /** Whether the file holds that very credential, plain or in base64; its value is compared, not read. */
    private static boolean isSame(Source file, String map, String auth, Credential credential) {
        List<String> path = List.of((map + auth).split(" ", -1));
        if (credential instanceof Credential.Basic basic) {
            Secret pair = Secret.of(basic.userName() + ":" + basic.password().reveal());
            return file.holds(path, pair.revealBase64(), YarnSetting.Kind.SECRET)
                    || file.holds(path, pair.reveal(), YarnSetting.Kind.SECRET);
        }
        return credential instanceof Credential.Bearer bearer
                && file.holds(path, bearer.token().reveal(), YarnSetting.Kind.SECRET);
    }
}
