package io.github.feedauth.configure;

import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.client.NpmUserFile;
import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.npmrc.NpmrcDocument;
import io.github.feedauth.npmrc.OwnedLines;
import io.github.feedauth.store.ConfigFile;
import io.github.feedauth.store.ConfigFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which file gets which lines. Where npm's user file is the project's file too (a front end in the home folder), npm reads it once,
 * as the user's, and both kinds of lines go there.
 */
final class Plan {
    private final ConfigFiles files;
    private final NpmUserFile npmUserFile;

    Plan(ConfigFiles files, NpmUserFile npmUserFile) {
        this.files = files;
        this.npmUserFile = npmUserFile;
    }

    /** npm's user files for the request: one, unless the project files of several front ends move it. */
    Set<Path> userFiles(ConfigureRequest request) {
        Set<Path> paths = new LinkedHashSet<>();
        for (FrontEnd frontEnd : request.frontEnds()) {
            paths.add(npmUserFile.path(frontEnd.folder(), userConfigLine(frontEnd, request)));
        }
        if (paths.isEmpty()) {
            paths.add(npmUserFile.path(request.module(), Optional.empty()));
        }
        return paths;
    }

    /** The files with their lines, user files first. */
    List<PlannedFile> files(ConfigureRequest request, Set<Path> userFiles, Map<Feed, ResolvedCredential> credentials) {
        Map<ConfigFile, List<OwnedLines>> lines = new LinkedHashMap<>();
        CredentialLines credentialLines = new CredentialLines(request.legacyKeys() == LegacyKeys.ALWAYS);
        for (Path userFile : userFiles) {
            credentials.forEach(
                    (feed, resolved) -> lines.computeIfAbsent(ConfigFile.user(userFile), file -> new ArrayList<>())
                            .add(credentialLines.of(feed, resolved.credential())));
        }
        RegistryLines registryLines = new RegistryLines(request.legacyKeys());
        for (FrontEnd frontEnd : request.frontEnds()) {
            Path path = frontEnd.projectFile();
            ConfigFile file = userFiles.contains(path) ? ConfigFile.user(path) : projectFile(path, request);
            List<OwnedLines> planned = lines.computeIfAbsent(file, key -> new ArrayList<>());
            OwnedLines wanted = registryLines.of(request.feeds(), frontEnd);
            if (!planned.contains(wanted)) {
                planned.add(wanted);
            }
        }
        return lines.entrySet().stream()
                .map(entry -> new PlannedFile(entry.getKey(), entry.getValue(), npmUserFile.environment()))
                .toList();
    }

    /** npm also lets the project's file move the user's. */
    private Optional<String> userConfigLine(FrontEnd frontEnd, ConfigureRequest request) {
        if (npmUserFile.isMoved()) {
            return Optional.empty();
        }
        ConfigFile file = projectFile(frontEnd.projectFile(), request);
        return files.read(file)
                .flatMap(content -> NpmrcDocument.parse(
                                content,
                                file.path().toString(),
                                name -> Optional.ofNullable(
                                        npmUserFile.environment().get(name)))
                        .expandedValue("userconfig"));
    }

    private static ConfigFile projectFile(Path path, ConfigureRequest request) {
        return ConfigFile.project(path, request.workspace());
    }
}
