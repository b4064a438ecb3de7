package io.github.feedauth.check;

import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.probe.Answer;
import io.github.feedauth.probe.AnswerTable;
import io.github.feedauth.probe.Probe;
import io.github.feedauth.probe.Question;
import io.github.feedauth.probe.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells whether npm will get in, and if not, why and what to do. Changes nothing. */
public final class Check {
    /** A name that no registry has, to ask one that has no address of its own for the question. */
    private static final String NO_PACKAGE = "feedauth-check-no-such-package";

    private final NpmConfigReader reader;
    private final CredentialChain sources;
    private final Optional<Probe> probe;

    /**
     * @param reader of npm's configuration
     * @param sources where {@code configure} would take credentials from
     * @param probe asks the registries; empty to ask none
     */
    public Check(NpmConfigReader reader, CredentialChain sources, Optional<Probe> probe) {
        this.reader = reader;
        this.sources = sources;
        this.probe = probe;
    }

    /** Checks one folder. */
    public CheckReport run(CheckRequest request) {
        NpmConfig config = reader.read(request.folder(), request.root(), request.flags());
        List<Finding> findings = new ArrayList<>();
        List<Target> targets = targets(config, request, findings);
        CredentialFindings credentials = new CredentialFindings(config, sources);
        List<Optional<SentCredential>> sent = targets.stream()
                .map(target -> SentCredential.to(target.url(), config))
                .toList();
        List<Answer> answers = ask(targets, sent, request);
        List<FeedReport> reports = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            reports.add(report(targets.get(i), sent.get(i), answers.get(i), credentials, config, request));
        }
        findings.addAll(new FileFindings(new GitRepository(), request.yarnClassic()).of(config));
        findings.addAll(new LockFile(config).findings(request.root()));
        findings.addAll(Organizations.findings(reports));
        memberFile(request).ifPresent(findings::add);
        return new CheckReport(request.folder(), request.root(), reports, worstFirst(findings));
    }

    private static List<Finding> worstFirst(List<Finding> findings) {
        List<Finding> sorted = new ArrayList<>(new LinkedHashSet<>(findings));
        sorted.sort(Comparator.comparing(Finding::severity));
        return List.copyOf(sorted);
    }

    /** The registries that npm's configuration names, and the declared feeds that it should name. */
    private static List<Target> targets(NpmConfig config, CheckRequest request, List<Finding> findings) {
        Map<String, List<Setting>> lines = new LinkedHashMap<>();
        Map<String, RegistryUrl> urls = new LinkedHashMap<>();
        Set<String> keys = new LinkedHashSet<>();
        config.settings().stream().map(Setting::key).filter(Check::isRegistry).forEach(keys::add);
        for (Feed feed : request.feeds()) {
            urls.put(feed.url().text(), feed.url());
        }
        for (String key : keys) {
            Setting line = config.taken(key).orElseThrow();
            if (line.value().isEmpty()) {
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
        urls.forEach((text, url) -> targets.add(new Target(
                url,
                lines.getOrDefault(text, List.of()),
                request.feeds().stream().filter(feed -> feed.url().equals(url)).findFirst())));
        return targets;
    }

    private static boolean isRegistry(String key) {
        return key.equals("registry") || (key.startsWith("@") && key.endsWith(":registry"));
    }

    private List<Answer> ask(List<Target> targets, List<Optional<SentCredential>> sent, CheckRequest request) {
        List<Answer> answers = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            Optional<Secret> authorization = sent.get(i).flatMap(SentCredential::authorization);
            if (probe.isEmpty()) {
                answers.add(new Answer.NotAsked("offline"));
            } else if (sent.get(i).isPresent() && authorization.isEmpty()) {
                answers.add(new Answer.NotAsked("npm sends a client certificate"));
            } else if (target.url().isInsecure() && authorization.isPresent() && !request.allowInsecureHttp()) {
                answers.add(new Answer.NotAsked("plain http"));
            } else if (authorization.isEmpty() && !target.wantsCredential()) {
                answers.add(new Answer.NotAsked("no credential"));
            } else {
                answers.add(new Answer.NotAsked(""));
                asked.add(i);
                questions.add(Question.of(
                        target.url().text() + (target.azure().isPresent() ? "" : NO_PACKAGE), authorization));
            }
        }
        if (!questions.isEmpty()) {
            List<Reply> replies = probe.orElseThrow().ask(questions);
            for (int i = 0; i < replies.size(); i++) {
                boolean feed = targets.get(asked.get(i)).azure().isPresent();
                answers.set(asked.get(i), AnswerTable.meaning(replies.get(i), feed));
            }
        }
        return answers;
    }

    private static FeedReport report(
            Target target,
            Optional<SentCredential> sent,
            Answer answer,
            CredentialFindings credentials,
            NpmConfig config,
            CheckRequest request) {
        Optional<ResolvedCredential> source = target.wantsCredential() ? credentials.source(target) : Optional.empty();
        List<Finding> findings = new ArrayList<>(credentials.of(target, sent, source));
        if (request.frontEnd()) {
            findings.addAll(notRegistered(target, config));
        }
        if (target.url().isInsecure() && sent.isPresent()) {
            findings.add(Finding.of(
                    Code.INSECURE,
                    "npm would send the credential in clear: plain http to another machine",
                    "Use https://"));
        }
        boolean outdated = findings.stream().anyMatch(finding -> finding.code() == Code.OUTDATED_CREDENTIAL);
        Optional<String> origin = outdated ? Optional.empty() : source.map(ResolvedCredential::origin);
        if (sent.isPresent()) {
            String words = "the token of " + origin.map(name -> name + ", in ").orElse("")
                    + sent.get().decisive().place();
            new ProbeFindings(target, words, sent).of(answer).ifPresent(findings::add);
        } else if (target.wantsCredential() && !(answer instanceof Answer.Accepted)) {
            findings.add(credentials.missing(target, source));
            if (!(answer instanceof Answer.Rejected || answer instanceof Answer.SignInPage)) {
                new ProbeFindings(target, "a request without one", sent)
                        .of(answer)
                        .ifPresent(findings::add);
            }
        }
        return new FeedReport(target, sent, sent.isPresent() ? origin : Optional.empty(), answer, worstFirst(findings));
    }

    /** Where a declared feed is not the registry that npm would ask. */
    private static List<Finding> notRegistered(Target target, NpmConfig config) {
        List<Finding> findings = new ArrayList<>();
        if (target.feed().isPresent()) {
            for (String key : target.feed().get().registryKeys()) {
                Optional<Setting> line = config.taken(key);
                if (line.isEmpty()) {
                    findings.add(Finding.of(
                            Code.NOT_REGISTERED,
                            "npm does not know this feed: no " + key + " line names it",
                            "Run mvn feedauth:configure, and commit the .npmrc that it writes"));
                } else if (target.lines().stream()
                        .noneMatch(found -> found.key().equals(key))) {
                    findings.add(other(key, line.get()));
                }
            }
        }
        return findings;
    }

    private static Finding other(String key, Setting line) {
        boolean file = line.level().compareTo(ConfigLevel.PROJECT) >= 0;
        return Finding.of(
                file ? Code.NOT_REGISTERED : Code.OVERRIDDEN_REGISTRY,
                line.place(),
                "npm asks another registry than this feed: " + key + " is set here"
                        + (file ? "" : ", which beats every file"),
                file
                        ? "Run mvn feedauth:configure, or declare the feed that is meant"
                        : "Remove it, or give it the feed's URL");
    }

    private static Optional<Finding> memberFile(CheckRequest request) {
        Path file = request.folder().resolve(".npmrc");
        return request.folder().equals(request.root()) || !Files.exists(file)
                ? Optional.empty()
                : Optional.of(Finding.of(
                        Code.IGNORED_MEMBER_FILE,
                        Place.of(file),
                        "npm ignores this file: the folder is a member of the workspace " + request.root(),
                        "Move its lines to the .npmrc of the workspace's root"));
    }
}
