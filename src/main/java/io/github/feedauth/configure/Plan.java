package io.github.feedauth.configure;

import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.client.NpmUserFile;
import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.NerfDart;
import io.github.feedauth.npmrc.OwnedLines;
import io.github.feedauth.store.ConfigFile;
import io.github.feedauth.store.ConfigFiles;
import io.github.feedauth.yarnrc.YarnLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which file gets which lines. Where npm's user file is the project's file too, because the front end is in the home folder, npm
 * reads it once, as the user's, and both kinds of lines go there.
 */
final class Plan {
    private static final String YARNRC = ".yarnrc.yml";

    private final ConfigFiles files;
    private final NpmUserFile npmUserFile;
    private final Map<ConfigFile, Optional<byte[]>> contents = new HashMap<>();

    Plan(ConfigFiles files, NpmUserFile npmUserFile) {
        this.files = files;
        this.npmUserFile = npmUserFile;
    }

    /** What a file held when it was first looked at. */
    Optional<byte[]> content(ConfigFile file) {
        Optional<byte[]> content = contents.get(file);
        if (content == null) {
            content = files.read(file);
            contents.put(file, content);
        }
        return content;
    }

    /** npm's user files for the request: one, unless the project files of several front ends move it. */
    Set<Path> userFiles(ConfigureRequest request) {
        Set<Path> paths = new LinkedHashSet<>();
        for (FrontEnd frontEnd : request.frontEnds()) {
            if (frontEnd.isBerry()) {
                continue;
            }
            Optional<String> line = userConfigLine(frontEnd, request);
            Path path = npmUserFile.path(frontEnd.folder(), line);
            if (line.isPresent() && request.store() != CredentialStore.NONE) {
                refuseInside(request.workspace(), path);
            }
            paths.add(path);
        }
        if (paths.isEmpty() && !request.needsYarn()) {
            paths.add(npmUserFile.path(request.module(), Optional.empty()));
        }
        return paths;
    }

    /** The file of the home folder that Yarn 2 and newer reads, where a front end uses that. */
    Optional<Path> yarnUserFile(ConfigureRequest request) {
        return request.needsYarn() ? Optional.of(npmUserFile.home().resolve(YARNRC)) : Optional.empty();
    }

    /** Where the front end lies in the home folder, both kinds of settings go into the one file. */
    private void addYarn(
            ConfigureRequest request, Map<Feed, ResolvedCredential> credentials, List<PlannedFile> planned) {
        Path home = npmUserFile.home().resolve(YARNRC);
        Map<ConfigFile, List<YarnLines>> lines = new LinkedHashMap<>();
        if (!credentials.isEmpty()) {
            lines.put(ConfigFile.user(home), new ArrayList<>(YarnSettings.credentials(credentials)));
        }
        for (FrontEnd frontEnd : request.frontEnds()) {
            if (frontEnd.isBerry()) {
                boolean atHome = frontEnd.projectFile().equals(home);
                ConfigFile file = atHome ? ConfigFile.user(home) : projectFile(frontEnd, request);
                List<YarnLines> groups = lines.getOrDefault(file, new ArrayList<>());
                YarnLines registries = YarnSettings.registries(request.feeds());
                if (!groups.contains(registries)) {
                    groups.add(registries);
                }
                lines.put(file, groups);
            }
        }
        for (Map.Entry<ConfigFile, List<YarnLines>> entry : lines.entrySet()) {
            planned.add(new PlannedYarnrc(entry.getKey(), entry.getValue()));
        }
    }

    /** A line in the project's file is no reason to put a credential where it would be committed. */
    private void refuseInside(Path workspace, Path path) {
        if (path.startsWith(workspace) && !path.equals(npmUserFile.home().resolve(".npmrc"))) {
            throw new FeedAuthFailure(
                    "The project's userconfig line moves npm's user file into the project, which must never hold a"
                            + " credential",
                    Printable.name(path.toString()),
                    "Let the userconfig line name a file outside of the project, or remove it");
        }
    }

    /**
     * The files with their lines, user files first.
     *
     * @throws FeedAuthFailure where a credential would get into a project's file
     */
    List<PlannedFile> files(ConfigureRequest request, Set<Path> userFiles, Map<Feed, ResolvedCredential> credentials) {
        Map<ConfigFile, List<OwnedLines>> lines = new LinkedHashMap<>();
        if (!credentials.isEmpty()) {
            for (Path path : userFiles) {
                lines.put(ConfigFile.user(path), new ArrayList<>(credentialLines(request.legacyKeys(), credentials)));
            }
        }
        RegistryLines registryLines = new RegistryLines(request.legacyKeys());
        for (List<FrontEnd> sharing : byProjectFile(request).values()) {
            ConfigFile file = file(userFiles, sharing.get(0), request, !credentials.isEmpty());
            OwnedLines registries = registryLines.of(request.feeds(), FrontEnd.anyYarnClassic(sharing));
            boolean nothingToSay = registries.put().isEmpty() && !lines.containsKey(file);
            if (nothingToSay && content(file).isEmpty()) {
                continue;
            }
            List<OwnedLines> planned = lines.getOrDefault(file, new ArrayList<>());
            planned.add(registries);
            lines.put(file, planned);
        }
        List<PlannedFile> files = new ArrayList<>();
        for (Map.Entry<ConfigFile, List<OwnedLines>> entry : lines.entrySet()) {
            files.add(new PlannedNpmrc(entry.getKey(), entry.getValue(), npmUserFile.environment()));
        }
        if (request.needsYarn()) {
            addYarn(request, credentials, files);
        }
        return files;
    }

    /** The user's own file with the lines of all feeds, credentials and registries: what {@link StandIn} holds for the first front end of npm. */
    PlannedNpmrc standIn(ConfigureRequest request, FrontEnd first, Map<Feed, ResolvedCredential> credentials) {
        List<OwnedLines> lines = new ArrayList<>(credentialLines(request.legacyKeys(), credentials));
        lines.add(new RegistryLines(request.legacyKeys())
                .of(request.feeds(), FrontEnd.anyYarnClassic(request.frontEnds())));
        Path user = npmUserFile.path(first.folder(), userConfigLine(first, request));
        return new PlannedNpmrc(ConfigFile.user(user), lines, npmUserFile.environment());
    }

    /** The project files as they are. */
    List<PlannedNpmrc> projectFiles(ConfigureRequest request) {
        List<PlannedNpmrc> files = new ArrayList<>();
        for (List<FrontEnd> sharing : byProjectFile(request).values()) {
            files.add(new PlannedNpmrc(projectFile(sharing.get(0), request), List.of(), npmUserFile.environment()));
        }
        return files;
    }

    private static Map<Path, List<FrontEnd>> byProjectFile(ConfigureRequest request) {
        Map<Path, List<FrontEnd>> byFile = new LinkedHashMap<>();
        for (FrontEnd frontEnd : request.frontEnds()) {
            if (frontEnd.isBerry()) {
                continue;
            }
            List<FrontEnd> sharing = byFile.getOrDefault(frontEnd.projectFile(), new ArrayList<>());
            sharing.add(frontEnd);
            byFile.put(frontEnd.projectFile(), sharing);
        }
        return byFile;
    }

    /** Feeds that share a key prefix share the credential: it is written there once. */
    private static List<OwnedLines> credentialLines(LegacyKeys legacyKeys, Map<Feed, ResolvedCredential> credentials) {
        CredentialLines lines = new CredentialLines(legacyKeys == LegacyKeys.ALWAYS);
        Set<NerfDart> written = new HashSet<>();
        List<OwnedLines> groups = new ArrayList<>();
        for (Map.Entry<Feed, ResolvedCredential> entry : credentials.entrySet()) {
            List<NerfDart> prefixes = new ArrayList<>(entry.getKey().url().keyPrefixes());
            prefixes.removeAll(written);
            written.addAll(prefixes);
            if (!prefixes.isEmpty()) {
                groups.add(lines.of(prefixes, entry.getValue().credential()));
            }
        }
        return groups;
    }

    private ConfigFile file(Set<Path> userFiles, FrontEnd frontEnd, ConfigureRequest request, boolean withCredentials) {
        Path path = frontEnd.projectFile();
        if (!userFiles.contains(path)) {
            return projectFile(frontEnd, request);
        }
        if (path.equals(npmUserFile.home().resolve(".npmrc"))) {
            return ConfigFile.user(path);
        }
        if (withCredentials) {
            throw new FeedAuthFailure(
                    "npm's user file has been moved to the project's file, which must never hold a credential",
                    Printable.name(path.toString()),
                    "Let NPM_CONFIG_USERCONFIG, or the userconfig line, name a file outside of the project");
        }
        return projectFile(frontEnd, request);
    }

    /** npm also lets the project's file move the user's. */
    private Optional<String> userConfigLine(FrontEnd frontEnd, ConfigureRequest request) {
        if (npmUserFile.isMoved()) {
            return Optional.empty();
        }
        ConfigFile file = projectFile(frontEnd, request);
        return new PlannedNpmrc(file, List.of(), npmUserFile.environment())
                .document(content(file))
                .expandedValue("userconfig");
    }

    /** A link must not lead out of the workspace; out of the front end's own folder where that lies elsewhere. */
    private static ConfigFile projectFile(FrontEnd frontEnd, ConfigureRequest request) {
        return ConfigFile.project(frontEnd.projectFile(), frontEnd.linkBoundary(request.workspace()));
    }
}
