package io.github.feedauth.publish;

import io.github.feedauth.check.CheckRequest;
import io.github.feedauth.check.Code;
import io.github.feedauth.check.Finding;
import io.github.feedauth.check.NpmConfig;
import io.github.feedauth.check.ProbeFindings;
import io.github.feedauth.check.SentCredential;
import io.github.feedauth.check.Setting;
import io.github.feedauth.check.Target;
import io.github.feedauth.check.YarnConfig;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.AzureFeed;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.probe.Answer;
import io.github.feedauth.probe.Probe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells before {@code npm publish} whether it can succeed. Publishes nothing, and changes nothing. */
public final class CheckPublish {
    private final Probe probe;

    /** @param probe asks the registries */
    public CheckPublish(Probe probe) {
        this.probe = probe;
    }

    /** Looks at the package of a folder; where that is a private workspace root, at the members instead. */
    public List<PackageReport> npm(CheckRequest request, NpmConfig config) {
        return run(request, new NpmPublishing(config));
    }

    /** As {@link #npm}, where Yarn 2 or newer publishes. */
    public List<PackageReport> yarn(CheckRequest request, YarnConfig config) {
        return run(request, new YarnPublishing(config));
    }

    private List<PackageReport> run(CheckRequest request, Publishing publishing) {
        Manifest own = Manifest.read(request.folder());
        List<PackageReport> reports = new ArrayList<>();
        if (own.workspace() && own.isPrivate()) {
            for (Path member : members(own)) {
                reports.add(report(Manifest.read(member), publishing, request));
            }
        } else {
            reports.add(report(own, publishing, request));
        }
        return reports;
    }

    private static List<Path> members(Manifest root) {
        try {
            return root.members();
        } catch (IOException e) {
            throw new FeedAuthFailure(
                    "The workspace's folders can't be read",
                    root.file().toString(),
                    "Make them readable for this user",
                    e);
        }
    }

    private PackageReport report(Manifest manifest, Publishing publishing, CheckRequest request) {
        String spec = manifest.name() + "@" + manifest.version();
        if (manifest.isPrivate()) {
            return new PackageReport(
                    spec,
                    "",
                    false,
                    List.of(new Finding(
                            Code.PRIVATE_PACKAGE,
                            Optional.of(manifest.place()),
                            "The package is private: npm publishes it nowhere, and npm publish of it alone fails with EPRIVATE",
                            "Leave it so, or remove \"private\" from package.json")));
        }
        Optional<String> unfit = manifest.unfit();
        if (unfit.isPresent()) {
            return new PackageReport(
                    spec,
                    "",
                    false,
                    List.of(new Finding(
                            Code.UNFIT_PACKAGE,
                            Optional.of(manifest.place()),
                            unfit.get() + ", so npm refuses to publish the package",
                            "Correct it in package.json")));
        }
        return asked(manifest, publishing, request);
    }

    private PackageReport asked(Manifest manifest, Publishing publishing, CheckRequest request) {
        String version = publishing.version(manifest);
        String spec = manifest.name() + "@" + version;
        Setting line = publishing.registry(manifest);
        RegistryUrl registry = RegistryUrl.parse(line.value(), line.place().toString());
        List<Finding> findings = new ArrayList<>();
        Target target = new Target(
                registry,
                List.of(line),
                request.feeds().stream()
                        .filter(feed -> feed.url().equals(registry))
                        .findFirst());
        Optional<AzureFeed> azure = AzureFeed.of(registry);
        if (target.feed().isEmpty() && !request.feeds().isEmpty()) {
            findings.add(new Finding(
                    Code.BYPASSES_FEED,
                    Optional.of(line.place()),
                    line.key() + " sends " + manifest.name() + " to " + registry.text()
                            + ", past the feed that is declared",
                    "Remove it, if the feed is meant"));
        }
        azure.flatMap(AzureFeed::view)
                .ifPresent(view -> findings.add(new Finding(
                        Code.READ_ONLY_VIEW,
                        Optional.of(line.place()),
                        "npm would publish to the view " + view + ", which takes no packages",
                        "Publish to the feed itself, by its URL without @" + view + " as publishConfig.registry")));
        Optional<SentCredential> sent = publishing.credential(manifest, line, registry);
        if (registry.isInsecure() && sent.isPresent() && !request.allowInsecureHttp()) {
            registry.requireSecure(false, line.place().toString());
        }
        Optional<Secret> authorization = sent.flatMap(SentCredential::authorization);
        VersionState state = new Versions(probe, registry, azure, authorization).state(manifest.name(), version);
        boolean taken = state instanceof VersionState.Published || state instanceof VersionState.Deleted;
        if (state instanceof VersionState.Published) {
            findings.add(taken(Code.ALREADY_PUBLISHED, spec + " is in the registry already", line));
        } else if (state instanceof VersionState.Deleted deleted) {
            findings.add(
                    deleted.recycled()
                            ? taken(
                                    Code.UNPUBLISHED,
                                    spec + " was published and then taken back; it may lie in the recycle bin",
                                    line)
                            : taken(Code.DELETED, spec + " was published and then deleted for good", line));
        } else if (state instanceof VersionState.Refused refused) {
            findings.add(refused(refused.answer(), target, sent));
        }
        return new PackageReport(spec, registry.text(), taken, findings);
    }

    private static Finding taken(Code code, String message, Setting line) {
        return new Finding(
                code,
                Optional.of(line.place()),
                message + ": a version number is never free again, and npm publish fails with E403",
                "Raise the version in package.json; or let such a build skip publishing with onPublished=skip");
    }

    private static Finding refused(Answer answer, Target target, Optional<SentCredential> sent) {
        boolean anonymous =
                sent.isEmpty() && (answer instanceof Answer.Rejected || answer instanceof Answer.SignInPage);
        if (anonymous) {
            return new Finding(
                    Code.NO_CREDENTIAL,
                    Optional.empty(),
                    "npm has no credential for " + target.url().text() + ", where it would publish to",
                    "Run mvn feedauth:configure before npm");
        }
        String origin = sent.map(
                        found -> "the token in " + found.settings().get(0).place())
                .orElse("a request without a credential");
        return new ProbeFindings(target, origin, sent, "whether the version is free")
                .of(answer)
                .orElseThrow(() -> new IllegalStateException("An answer that is no refusal"));
    }
}
