package io.github.feedauth.configure;

import io.github.feedauth.client.NpmUserFile;
import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.npmrc.ChangedLine;
import io.github.feedauth.npmrc.NpmrcDocument;
import io.github.feedauth.receipt.Receipts;
import io.github.feedauth.store.ConfigFile;
import io.github.feedauth.store.ConfigFiles;
import io.github.feedauth.store.EphemeralFiles;
import io.github.feedauth.store.StateFolder;
import io.github.feedauth.yarnrc.YarnrcDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/**
 * Configures the front ends of one module. Nothing but the record is written until all files are ready beside their places; then the
 * user's file is replaced first, and the project's only after it.
 */
public final class Configure {
    private final ConfigFiles files;
    private final CredentialChain credentials;
    private final NpmUserFile npmUserFile;
    private final CredentialLedger ledger;
    private final EphemeralFiles ephemeral;
    private final StateFolder state;

    /**
     * Puts the parts together.
     *
     * @param files the files of this machine
     * @param credentials where credentials come from
     * @param npmUserFile where npm's user file is
     * @param ledger what the other modules of this build have written
     * @param ephemeral the files that this build lends to npm
     * @param state where the account of what was written is kept
     */
    public Configure(
            ConfigFiles files,
            CredentialChain credentials,
            NpmUserFile npmUserFile,
            CredentialLedger ledger,
            EphemeralFiles ephemeral,
            StateFolder state) {
        this.files = files;
        this.credentials = credentials;
        this.npmUserFile = npmUserFile;
        this.ledger = ledger;
        this.ephemeral = ephemeral;
        this.state = state;
    }

    /**
     * Writes the files, or tells what would change.
     *
     * @throws io.github.feedauth.failure.FeedAuthFailure where a credential or a file is not as it has to be; nothing is written
     */
    public Report run(ConfigureRequest request) {
        Map<Feed, ResolvedCredential> resolved = resolve(request);
        Plan plan = new Plan(files, npmUserFile);
        Map<Feed, String> origins = new LinkedHashMap<>();
        for (Map.Entry<Feed, ResolvedCredential> entry : resolved.entrySet()) {
            origins.put(entry.getKey(), entry.getValue().origin());
        }
        if (request.store().standsIn()) {
            return new StandIn(files, ephemeral, plan).write(request, resolved, origins);
        }
        Lock turn = ledger.turn();
        turn.lock();
        try {
            return new Report(origins, inPlace(request, plan, resolved));
        } finally {
            turn.unlock();
        }
    }

    private List<Report.FileReport> inPlace(
            ConfigureRequest request, Plan plan, Map<Feed, ResolvedCredential> resolved) {
        Set<Path> userFiles = plan.userFiles(request);
        Set<Path> credentialFiles = new HashSet<>(userFiles);
        Optional<Path> yarnUserFile = plan.yarnUserFile(request);
        if (yarnUserFile.isPresent()) {
            credentialFiles.add(yarnUserFile.get());
        }
        for (Path file : credentialFiles) {
            for (Map.Entry<Feed, ResolvedCredential> entry : resolved.entrySet()) {
                ledger.enter(file, entry.getKey(), entry.getValue());
            }
        }
        List<PlannedFile> planned = plan.files(request, userFiles, resolved);
        for (PlannedFile file : planned) {
            for (String key : file.keys()) {
                ledger.need(file.file().path(), key);
            }
        }
        Map<ConfigFile, List<String>> shadowing = shadowing(request, plan, planned);
        List<Report.FileReport> reports = new ArrayList<>();
        for (Report.FileReport report :
                request.dryRun() ? preview(plan, planned) : write(request.module(), plan, planned)) {
            reports.add(report.warning(shadowing.getOrDefault(report.file(), List.of())));
        }
        return reports;
    }

    private Map<ConfigFile, List<String>> shadowing(ConfigureRequest request, Plan plan, List<PlannedFile> planned) {
        Map<ConfigFile, List<String>> shadowing = new HashMap<>();
        if (request.store() == CredentialStore.USER) {
            ShadowingKeys keys = ShadowingKeys.of(request.feeds());
            for (PlannedFile file : planned) {
                String name = file.file().path().toString();
                if (!file.file().secret() && file instanceof PlannedNpmrc npmrc) {
                    NpmrcDocument document = npmrc.document(plan.content(file.file()));
                    shadowing.put(file.file(), keys.warnings(document, name));
                } else if (!file.file().secret() && file instanceof PlannedYarnrc yarnrc) {
                    YarnrcDocument document = yarnrc.document(plan.content(file.file()));
                    shadowing.put(file.file(), YarnSettings.warnings(request, document, name));
                }
            }
        }
        return shadowing;
    }

    private Map<Feed, ResolvedCredential> resolve(ConfigureRequest request) {
        Map<Feed, ResolvedCredential> resolved = new LinkedHashMap<>();
        if (request.store() != CredentialStore.NONE) {
            for (Feed feed : request.feeds().list()) {
                resolved.put(feed, credentials.resolve(feed));
            }
        }
        return resolved;
    }

    private List<Report.FileReport> preview(Plan plan, List<PlannedFile> planned) {
        return planned.stream()
                .map(file -> {
                    FileEdit edit = file.edit(plan.content(file.file()));
                    if (edit.isChange()) {
                        files.checkWritable(file.file());
                    }
                    return report(file.file(), edit.isChange(), edit.changedLines(), List.of());
                })
                .toList();
    }

    private List<Report.FileReport> write(Path module, Plan plan, List<PlannedFile> planned) {
        for (PlannedFile file : planned) {
            if (!isCurrent(plan, file)) {
                return replace(module, planned);
            }
        }
        return unchanged(planned);
    }

    private boolean isCurrent(Plan plan, PlannedFile file) {
        Optional<byte[]> content = file.file().secret() ? files.readKept(file.file()) : plan.content(file.file());
        return content.isPresent() && !file.edit(content).isChange();
    }

    private static List<Report.FileReport> unchanged(List<PlannedFile> planned) {
        List<Report.FileReport> reports = new ArrayList<>();
        for (PlannedFile file : planned) {
            reports.add(report(file.file(), false, List.of(), List.of()));
        }
        return reports;
    }

    private List<Report.FileReport> replace(Path module, List<PlannedFile> planned) {
        return new RecordedWrite(files, Receipts.file(state.ensure()), module, planned).run();
    }

    private static Report.FileReport report(
            ConfigFile file, boolean changed, List<ChangedLine> lines, List<String> warnings) {
        return new Report.FileReport(file, changed, lines, warnings);
    }
}
