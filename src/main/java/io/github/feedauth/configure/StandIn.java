package io.github.feedauth.configure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.npmrc.NpmrcDocument;
import io.github.feedauth.store.ConfigFile;
import io.github.feedauth.store.ConfigFiles;
import io.github.feedauth.store.EphemeralFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A file that npm reads in the place of the user's own: the user's settings, with the feeds' lines in them. The user's file and the
 * project's stay as they are.
 */
final class StandIn {
    /** Keeps git and npm, which goes by the same file, from taking the folder's files along. */
    static final String IGNORED = ".gitignore";

    private static final String TAKE_NOTHING = "*\n";

    private final ConfigFiles files;
    private final Supplier<EphemeralFiles> ephemeral;
    private final Plan plan;

    StandIn(ConfigFiles files, Supplier<EphemeralFiles> ephemeral, Plan plan) {
        this.files = files;
        this.ephemeral = ephemeral;
        this.plan = plan;
    }

    Report.FileReport write(ConfigureRequest request, Map<Feed, ResolvedCredential> credentials) {
        FileEdit edit = edit(request, credentials);
        byte[] content = edit.bytes();
        Report.FileReport report = request.store() == CredentialStore.EPHEMERAL
                ? lend(request, edit, content)
                : keep(request, edit, content);
        return report.warning(overridden(request));
    }

    private FileEdit edit(ConfigureRequest request, Map<Feed, ResolvedCredential> credentials) {
        PlannedNpmrc planned = plan.standIn(request, credentials);
        return planned.edit(files.read(planned.file()));
    }

    private Report.FileReport lend(ConfigureRequest request, FileEdit edit, byte[] content) {
        if (request.dryRun()) {
            return new Report.FileReport(
                    ConfigFile.user(ephemeral.get().folder()), true, edit.changedLines(), List.of());
        }
        EphemeralFiles.Lent lent = ephemeral.get().write(content);
        return new Report.FileReport(ConfigFile.user(lent.path()), lent.fresh(), edit.changedLines(), List.of());
    }

    private Report.FileReport keep(ConfigureRequest request, FileEdit edit, byte[] content) {
        ConfigFile file = ConfigFile.user(request.buildFile());
        byte[] nothing = TAKE_NOTHING.getBytes(UTF_8);
        ConfigFile ignored = ConfigFile.user(request.buildFile().resolveSibling(IGNORED));
        boolean current = files.isCurrent(file, found -> Arrays.equals(found, content))
                && files.isCurrent(ignored, found -> Arrays.equals(found, nothing));
        List<String> warnings = new ArrayList<>();
        if (!current && request.dryRun()) {
            files.checkWritable(file);
        } else if (!current) {
            files.update(Set.of(file, ignored), transaction -> {
                        transaction.stage(ignored, nothing);
                        transaction.stage(file, content);
                    })
                    .forEach(outcome -> warnings.addAll(outcome.warnings()));
        }
        return new Report.FileReport(file, !current, edit.changedLines(), warnings);
    }

    /** The project's file still comes before this one. */
    private List<String> overridden(ConfigureRequest request) {
        List<String> warnings = new ArrayList<>();
        ShadowingKeys credentialKeys = ShadowingKeys.of(request.feeds());
        for (PlannedNpmrc file : plan.projectFiles(request)) {
            Optional<byte[]> content = files.read(file.file());
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
