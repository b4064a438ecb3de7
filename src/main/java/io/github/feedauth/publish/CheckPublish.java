package io.github.feedauth.publish;

import io.github.feedauth.check.CheckRequest;
import io.github.feedauth.check.Code;
import io.github.feedauth.check.ConfigLevel;
import io.github.feedauth.check.Finding;
import io.github.feedauth.check.NpmConfig;
import io.github.feedauth.check.NpmConfigReader;
import io.github.feedauth.check.Place;
import io.github.feedauth.check.ProbeFindings;
import io.github.feedauth.check.SentCredential;
import io.github.feedauth.check.Setting;
import io.github.feedauth.check.Target;
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
import java.util.function.BiFunction;
import java.util.function.Function;

/** Tells before {@code npm publish} whether it can succeed. Publishes nothing, and changes nothing. */
public final class CheckPublish {
    private final NpmConfigReader reader;
    private final Probe probe;

    /**
     * @param reader of npm's configuration
     * @param probe asks the registries
     */
    public CheckPublish(NpmConfigReader reader, Probe probe) {
        this.reader = reader;
        this.probe = probe;
    }

    /** Looks at the package of a folder; where that is a private workspace root, at the members instead. */
    public List<PackageReport> run(CheckRequest request) {
        NpmConfig config = reader.read(request.folder(), request.root(), request.flags());
        return run(request, manifest -> registry(manifest, config), (manifest, registry) -> config);
    }

    /** As {@link #run(CheckRequest)}, where Yarn 2 or newer publishes. */
    public List<PackageReport> run(CheckRequest request, YarnPublishing yarn) {
        return run(request, yarn::registry, yarn::config);
    }

    private List<PackageReport> run(
            CheckRequest request,
            Function<Manifest, Setting> registry,
            BiFunction<Manifest, RegistryUrl, NpmConfig> config) {
        Manifest own = Manifest.read(request.folder());
        List<PackageReport> reports = new ArrayList<>();
        if (own.workspace() && own.isPrivate()) {
            for (Path member : members(own)) {
                reports.add(report(Manifest.read(member), registry, config, request));
            }
        } else {
            reports.add(report(own, registry, config, request));
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

    private PackageReport report(
            Manifest manifest,
            Function<Manifest, Setting> registry,
            BiFunction<Manifest, RegistryUrl, NpmConfig> config,
            CheckRequest request) {
        String spec = manifest.name() + "@" + manifest.version();
        Place place = new Place(manifest.file().toString(), 0);
        if (manifest.isPrivate()) {
            return new PackageReport(
                    spec,
                    "",
                    false,
                    List.of(new Finding(
                            Code.PRIVATE_PACKAGE,
                            Optional.of(place),
                            "The package is private: npm publishes it nowhere, and npm publish fails with EPRIVATE",
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
                            Optional.of(place),
                            unfit.get() + ", so npm refuses to publish the package",
                            "Correct it in package.json")));
        }
        Setting line = registry.apply(manifest);
        RegistryUrl url = RegistryUrl.parse(line.value(), line.place().toString());
        return report(manifest, spec, line, url, config.apply(manifest, url), request);
    }

    /**
     * As {@code npm publish}: the scope's registry, of publishConfig or of the configuration; else the command line's; else that of
     * publishConfig; else the configured one.
     */
    private static Setting registry(Manifest manifest, NpmConfig config) {
        Place place = new Place(manifest.file().toString(), 0);
        Optional<Setting> scoped =
                manifest.scope().flatMap(scope -> configured(manifest, config, scope + ":registry", place));
        Optional<Setting> flag =
                config.taken("registry").filter(setting -> setting.level() == ConfigLevel.COMMAND_LINE);
        return scoped.or(() -> flag)
                .or(() -> configured(manifest, config, "registry", place))
                .orElseThrow(() -> new FeedAuthFailure(
                        "npm would publish " + manifest.name()
                                + " to its public registry, since no other is configured",
                        place.toString(),
                        "Run feedauth:configure before, or set publishConfig.registry in package.json"));
    }

    private static Optional<Setting> configured(Manifest manifest, NpmConfig config, String key, Place place) {
        String own = manifest.publishConfig().getOrDefault(key, "");
        return own.isEmpty()
                ? config.taken(key).filter(setting -> !setting.value().isEmpty())
                : Optional.of(new Setting(ConfigLevel.PROJECT, place, "publishConfig." + key, own));
    }

    private PackageReport report(
            Manifest manifest,
            String spec,
            Setting line,
            RegistryUrl registry,
            NpmConfig config,
            CheckRequest request) {
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
        Optional<SentCredential> sent = SentCredential.to(registry, config);
        if (registry.isInsecure() && sent.isPresent() && !request.allowInsecureHttp()) {
            registry.requireSecure(false, line.place().toString());
        }
        Optional<Secret> authorization = sent.flatMap(SentCredential::authorization);
        VersionState state =
                new Versions(probe, registry, azure, authorization).state(manifest.name(), manifest.version());
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
        return new ProbeFindings(target, origin, sent)
                .of(answer)
                .orElseThrow(() -> new IllegalStateException("An answer that is no refusal"));
    }
}
