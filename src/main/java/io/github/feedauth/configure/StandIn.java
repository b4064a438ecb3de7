package io.github.feedauth.configure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.npmrc.ChangedLine;
import io.github.feedauth.npmrc.NpmrcDocument;
import io.github.feedauth.store.ConfigFile;
import io.github.feedauth.store.ConfigFiles;
import io.github.feedauth.store.EphemeralFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that npm reads in the place of the user's own: the user's settings, with the feeds' lines in them; and a plugin for Yarn 2 and
 * newer, which reads no such file. The user's files and the project's stay as they are.
 */
final class StandIn {
    /** Keeps git and npm, which goes by the same file, from taking the folder's files along. */
    static final String IGNORED = ".gitignore";

    private static final String TAKE_NOTHING = "*\n";

    private final ConfigFiles files;
    private final EphemeralFiles ephemeral;
    private final Plan plan;

    StandIn(ConfigFiles files, EphemeralFiles ephemeral, Plan plan) {
        this.files = files;
        this.ephemeral = ephemeral;
        this.plan = plan;
    }

    Report write(ConfigureRequest request, Map<Feed, ResolvedCredential> credentials, Map<Feed, String> origins) {
        List<Report.FileReport> reports = new ArrayList<>();
        Optional<Path> userConfig = Optional.empty();
        Optional<Path> yarnPlugin = Optional.empty();
        Optional<FrontEnd> npm = request.firstOfNpm();
        if (npm.isPresent()) {
            FileEdit edit = edit(request, npm.get(), credentials);
            Report.FileReport report = write(request, request.buildFile(), edit.bytes(), edit.changedLines());
            reports.add(report.warning(overridden(request)));
            userConfig = Optional.of(report.path());
        }
        if (request.needsYarn()) {
            YarnPlugin plugin = new YarnPlugin(request.feeds(), credentials);
            Path file = request.buildFile().resolveSibling(YarnPlugin.FILE);
            Report.FileReport report = write(request, file, plugin.bytes(), plugin.lines());
            reports.add(report);
            yarnPlugin = Optional.of(report.path());
        }
        return request.dryRun()
                ? new Report(origins, reports)
                : new Report(origins, reports, userConfig, yarnPlugin, CorepackLoan.of(request, credentials));
    }

    private Report.FileReport write(ConfigureRequest request, Path file, byte[] content, List<ChangedLine> lines) {
        return request.store() == CredentialStore.EPHEMERAL
                ? lend(request, file, content, lines)
                : keep(request, file, content, lines);
    }

    private FileEdit edit(ConfigureRequest request, FrontEnd npm, Map<Feed, ResolvedCredential> credentials) {
        PlannedNpmrc planned = plan.standIn(request, npm, credentials);
        return planned.edit(files.read(planned.file()));
    }

    private Report.FileReport lend(ConfigureRequest request, Path name, byte[] content, List<ChangedLine> lines) {
        if (request.dryRun()) {
            return new Report.FileReport(ConfigFile.user(ephemeral.folder()), true, lines, List.of());
        }
        EphemeralFiles.Lent lent = ephemeral.write(content, name.getFileName().toString());
        return new Report.FileReport(ConfigFile.user(lent.path()), lent.fresh(), lines, List.of());
    }

    private Report.FileReport keep(ConfigureRequest request, Path name, byte[] content, List<ChangedLine> lines) {
        ConfigFile file = ConfigFile.user(name);
        byte[] nothing = TAKE_NOTHING.getBytes(UTF_8);
        ConfigFile ignored = ConfigFile.user(name.resolveSibling(IGNORED));
        boolean current = isKept(file, content) && isKept(ignored, nothing);
        List<String> warnings = new ArrayList<>();
        if (!current && request.dryRun()) {
            files.checkWritable(file);
        } else if (!current) {
            files.update(List.of(ignored, file), transaction -> {
                        transaction.stage(ignored, nothing);
                        transaction.stage(file, content);
                    })
                    .forEach(outcome -> warnings.addAll(outcome.warnings()));
        }
        return new Report.FileReport(file, !current, lines, warnings);
    }

    private boolean isKept(ConfigFile file, byte[] content) {
        Optional<byte[]> kept = files.readKept(file);
        return kept.isPresent() && Arrays.equals(kept.get(), content);
    }

    /** The project's file still comes before this one. */
    private List<String> overridden(ConfigureRequest request) {
        List<String> warnings = new ArrayList<>();
        ShadowingKeys credentialKeys = ShadowingKeys.of(request.feeds());
        for (PlannedNpmrc file : plan.projectFiles(request)) {
            Optional<byte[]> content = plan.content(file.file());
            if (content.isPresent()) {
                NpmrcDocument document = file.document(content);
                String name = file.file().path().toString();
                warnings.addAll(ShadowingKeys.otherRegistries(request.feeds(), document, name));
                warnings.addAll(credentialKeys.warnings(document, name));
            }
        }
        return warnings;
    }
}
