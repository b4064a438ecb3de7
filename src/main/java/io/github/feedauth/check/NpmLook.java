package io.github.feedauth.check;

import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.probe.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What npm would do in one folder. */
final class NpmLook implements Look {
    private final CheckRequest request;
    private final NpmConfig config;
    private final Optional<ConfigSource> ignored;
    private final CredentialFindings credentials;
    private final UnsetVariables variables;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Enquiry> enquiries;

    /** @param ignored a file in the folder that is not read */
    NpmLook(CheckRequest request, NpmConfig config, Optional<ConfigSource> ignored, CredentialChain sources) {
        this.request = request;
        this.config = config;
        this.ignored = ignored;
        this.credentials = new CredentialFindings(config, sources, request.manager());
        this.variables = new UnsetVariables(config, request.client(), request.feeds());
        this.enquiries =
                targets(config, request, findings).stream().map(this::enquiry).toList();
    }

    private Enquiry enquiry(Target target) {
        Optional<SentCredential> sent = SentCredential.to(target.url(), config);
        return new Enquiry(target, sent, variables.hindrance(target, sent), request.allowInsecureHttp());
    }

    @Override
    public List<Enquiry> enquiries() {
        return enquiries;
    }

    @Override
    public CheckReport report(List<Answer> answers) {
        List<FeedReport> reports = new ArrayList<>();
        for (int i = 0; i < enquiries.size(); i++) {
            reports.add(report(enquiries.get(i).target(), enquiries.get(i).sent(), answers.get(i)));
        }
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(new FileFindings(request.yarnClassic()).of(config));
        all.addAll(variables.of(enquiries.stream()
                .flatMap(enquiry -> enquiry.sent().stream())
                .flatMap(sent -> sent.settings().stream())
                .collect(Collectors.toSet())));
        all.addAll(new LockFile(config, request.feeds()).findings(request.root()));
        all.addAll(Organizations.findings(reports));
        ignored.ifPresent(file -> all.addAll(MemberFile.findings(file, request)));
        return new CheckReport(
                request.manager().toString(), request.folder(), request.root(), reports, Finding.worstFirst(all));
    }

    /** The registries that npm's configuration names, and the declared feeds that it should name. */
    private static List<Target> targets(NpmConfig config, CheckRequest request, List<Finding> findings) {
        Map<String, List<Setting>> lines = new LinkedHashMap<>();
        Map<String, RegistryUrl> urls = new LinkedHashMap<>();
        Set<String> keys = new LinkedHashSet<>();
        config.settings().stream().map(Setting::key).filter(NpmLook::isRegistry).forEach(keys::add);
        Map<RegistryUrl, Feed> declared = new LinkedHashMap<>();
        for (Feed feed : request.feeds()) {
            urls.put(feed.url().text(), feed.url());
            declared.putIfAbsent(feed.url(), feed);
        }
        for (String key : keys) {
            Setting line = config.taken(key).orElseThrow();
            if (line.value().isEmpty() || !line.unset().isEmpty()) {
                continue;
            }
            try {
                RegistryUrl url = RegistryUrl.parse(line.value(), line.place().toString());
                urls.putIfAbsent(url.text(), url);
                lines.computeIfAbsent(url.text(), text -> new ArrayList<>()).add(line);
            } catch (FeedAuthFailure e) {
                findings.add(Finding.of(Code.UNUSABLE_REGISTRY, line.place(), key + ": " + e.what(), e.nextStep()));
            }
        }
        List<Target> targets = new ArrayList<>();
        urls.forEach((text, url) -> targets.add(
                new Target(url, lines.getOrDefault(text, List.of()), Optional.ofNullable(declared.get(url)))));
        return targets;
    }

    static boolean isRegistry(String key) {
        return key.equals("registry") || (key.startsWith("@") && key.endsWith(":registry"));
    }

    private FeedReport report(Target target, Optional<SentCredential> sent, Answer answer) {
        Optional<ResolvedCredential> source = target.wantsCredential() ? credentials.source(target) : Optional.empty();
        List<Finding> found = new ArrayList<>(credentials.of(target, sent, source));
        sent.ifPresent(credential -> found.addAll(variables.of(credential, target)));
        if (request.frontEnd()) {
            found.addAll(notRegistered(target));
        }
        if (target.url().isInsecure() && sent.isPresent()) {
            found.add(Finding.of(
                    Code.INSECURE,
                    request.manager() + " would send the credential in clear: plain http to another machine",
                    "Use https://"));
        }
        if (target.wantsCredential() && (sent.isPresent() || !(answer instanceof Answer.Accepted))) {
            new AlwaysAuth(config).missing(target, request).ifPresent(found::add);
        }
        boolean outdated = found.stream().anyMatch(finding -> finding.code() == Code.OUTDATED_CREDENTIAL);
        Optional<String> origin = outdated ? Optional.empty() : source.map(ResolvedCredential::origin);
        if (sent.isPresent()) {
            ProbeFindings.of(target, sent.get(), origin).of(answer).ifPresent(found::add);
        } else if (target.wantsCredential() && !(answer instanceof Answer.Accepted)) {
            found.add(credentials.missing(target, source));
            if (!(answer instanceof Answer.Rejected || answer instanceof Answer.SignInPage)) {
                new ProbeFindings(target, "a request without one", sent)
                        .of(answer)
                        .ifPresent(found::add);
            }
        }
        return new FeedReport(
                target, sent, sent.isPresent() ? origin : Optional.empty(), answer, Finding.worstFirst(found));
    }

    /** Where a declared feed is not the registry that npm would ask. */
    private List<Finding> notRegistered(Target target) {
        List<Finding> findings = new ArrayList<>();
        if (target.feed().isPresent()) {
            for (String key : target.feed().get().registryKeys()) {
                Optional<Setting> line = config.taken(key);
                if (line.isEmpty()) {
                    findings.add(Finding.of(
                            Code.NOT_REGISTERED,
                            request.manager() + " does not know this feed: no " + key + " line names it",
                            "Run mvn feedauth:configure, and commit the .npmrc that it writes"));
                } else if (target.lines().stream()
                        .noneMatch(found -> found.key().equals(key))) {
                    findings.add(other(key, line.get()));
                }
            }
        }
        return findings;
    }

    private Finding other(String key, Setting line) {
        boolean file = line.level().compareTo(ConfigLevel.PROJECT) >= 0;
        boolean before = ProjectFiles.of(request).isBeforeRoot(line);
        return Finding.of(
                file ? Code.NOT_REGISTERED : Code.OVERRIDDEN_REGISTRY,
                line.place(),
                request.manager() + " asks another registry than this feed: " + key + " is set here"
                        + (file ? "" : ", which beats every file"),
                file
                        ? (before
                                ? "Remove that line, which comes before those that mvn feedauth:configure writes into "
                                        + request.root().resolve(".npmrc") + ", or declare the feed that is meant"
                                : "Run mvn feedauth:configure, or declare the feed that is meant")
                        : "Remove it, or give it the feed's URL");
    }
}
