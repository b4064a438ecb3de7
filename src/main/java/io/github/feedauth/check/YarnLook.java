package io.github.feedauth.check;

import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.feed.Scope;
import io.github.feedauth.probe.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Yarn 2 or newer would do in one folder with the declared feeds. */
final class YarnLook implements Look {
    private static final String SERVER = "npmRegistryServer";
    private static final String CONFIGURE = "Run mvn feedauth:configure, which writes it";

    private final CheckRequest request;
    private final YarnConfig config;
    private final YarnConfig ofHome;
    private final CredentialChain sources;
    private final List<Known> known;

    /**
     * What the configuration says of one feed.
     *
     * @param findings that its look-up gave
     */
    private record Known(Feed feed, Enquiry enquiry, List<Finding> findings) {}

    /** @param ofHome what Yarn would know without the project */
    YarnLook(CheckRequest request, YarnConfig config, YarnConfig ofHome, CredentialChain sources) {
        this.request = request;
        this.config = config;
        this.ofHome = ofHome;
        this.sources = sources;
        this.known = request.feeds().stream().map(this::lookUp).toList();
    }

    @Override
    public List<Enquiry> enquiries() {
        return known.stream().map(Known::enquiry).toList();
    }

    @Override
    public CheckReport report(List<Answer> answers) {
        List<FeedReport> reports = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            reports.add(report(known.get(i), answers.get(i)));
        }
        List<Finding> all = new ArrayList<>(config.findings());
        all.addAll(Organizations.findings(reports));
        Exposure exposure = new Exposure("Yarn's file in the home folder");
        config.filesHoldingCredentials().forEach(file -> all.addAll(exposure.of(file, file.toString())));
        return new CheckReport("Yarn", request.folder(), request.root(), reports, Finding.worstFirst(all));
    }

    private Known lookUp(Feed feed) {
        List<Finding> findings = new ArrayList<>();
        List<Setting> lines = new ArrayList<>();
        Optional<SentCredential> sent = Optional.empty();
        List<String> without = new ArrayList<>();
        String hindrance = "";
        for (Optional<String> scope : scopes(feed)) {
            try {
                Optional<Setting> line = registered(feed, scope, findings);
                line.ifPresent(found -> lines.add(named(found, scope)));
                String registry = line.map(Setting::value).orElse(feed.url().text());
                // Without a line Yarn asks another registry, and what it would send there must not come here.
                Optional<SentCredential> own =
                        line.isPresent() ? config.credential(scope, registry) : config.boundTo(registry);
                if (own.isEmpty() && line.isPresent()) {
                    scope.ifPresent(without::add);
                }
                if (own.isPresent() && scope.isEmpty() && !config.isAlwaysSent(scope, registry)) {
                    findings.add(Finding.of(
                            Code.NO_CREDENTIAL,
                            own.get().decisive().place(),
                            "Yarn does not send this credential, since npmAlwaysAuth is not set beside it: it fails with YN0041",
                            CONFIGURE));
                    hindrance = "Yarn does not send it";
                }
                sent = sent.or(() -> own);
            } catch (YarnTrouble e) {
                findings.add(e.finding());
                hindrance = "Yarn's configuration is not known";
            }
        }
        if (sent.isPresent()) {
            without.forEach(scope -> findings.add(
                    Finding.of(Code.NO_CREDENTIAL, "Yarn has no credential for the packages of @" + scope, CONFIGURE)));
        }
        Target target = new Target(feed.url(), lines, Optional.of(feed));
        return new Known(feed, new Enquiry(target, sent, hindrance, request.allowInsecureHttp()), findings);
    }

    private static List<Optional<String>> scopes(Feed feed) {
        return feed.scopes().isEmpty()
                ? List.of(Optional.empty())
                : feed.scopes().stream().map(Scope::name).map(Optional::of).toList();
    }

    private static Setting named(Setting line, Optional<String> scope) {
        String key = scope.map(name -> "@" + name + ":registry").orElse("registry");
        return new Setting(line.level(), line.place(), key, line.value());
    }

    /** The setting that leads Yarn to the feed; without one, a finding. */
    private Optional<Setting> registered(Feed feed, Optional<String> scope, List<Finding> findings) {
        Optional<Setting> line = scope.flatMap(name -> config.of(name, SERVER)).or(() -> config.of(SERVER));
        if (line.filter(found -> leadsTo(found, feed.url())).isPresent()) {
            return line;
        }
        String what = scope.map(name -> "npmScopes." + name + ".").orElse("") + SERVER;
        boolean variable =
                line.filter(found -> found.level() == ConfigLevel.ENVIRONMENT).isPresent();
        findings.add(new Finding(
                variable ? Code.OVERRIDDEN_REGISTRY : Code.NOT_REGISTERED,
                line.map(Setting::place),
                line.isPresent()
                        ? "Yarn asks another registry than this feed: "
                                + line.get().key() + " is set here"
                        : "Yarn does not know this feed: no " + what + " names it",
                variable
                        ? "Remove it, or give it the feed's URL"
                        : "Run mvn feedauth:configure, and commit the .yarnrc.yml that it writes"));
        return Optional.empty();
    }

    private static boolean leadsTo(Setting line, RegistryUrl url) {
        try {
            return RegistryUrl.parse(line.value(), line.place().toString()).equals(url);
        } catch (FeedAuthFailure noUrl) {
            return false;
        }
    }

    private FeedReport report(Known one, Answer answer) {
        Target target = one.enquiry().target();
        Optional<SentCredential> sent = one.enquiry().sent();
        List<Finding> findings = new ArrayList<>(one.findings());
        boolean told = findings.stream().anyMatch(YarnLook::isTrouble);
        Optional<ResolvedCredential> source = source(one.feed());
        Optional<String> origin = Optional.empty();
        if (sent.isPresent()) {
            findings.addAll(PasswordFindings.of(sent.get(), target.azure().isPresent()));
            boolean same = source.filter(found -> sent.get().isTokenOf(found.credential()))
                    .isPresent();
            origin = source.filter(found -> same).map(ResolvedCredential::origin);
            compared(one.feed(), sent.get(), source.filter(found -> !same), findings);
            ProbeFindings.of(target, sent.get(), origin).of(answer).ifPresent(findings::add);
        } else if (!told && !(answer instanceof Answer.Accepted)) {
            findings.add(Finding.of(
                    Code.NO_CREDENTIAL,
                    "Yarn has no credential for this registry: it fails with YN0041 (as an anonymous user), or YN0033 where npmAlwaysAuth"
                            + " is set",
                    CONFIGURE));
        }
        return new FeedReport(target, sent, origin, answer, Finding.worstFirst(findings));
    }

    private static boolean isTrouble(Finding finding) {
        return finding.code() == Code.UNREAD_YARN_FILE || finding.code() == Code.YARN_VARIABLE;
    }

    private void compared(Feed feed, SentCredential sent, Optional<ResolvedCredential> other, List<Finding> findings) {
        if (sent.decisive().level() == ConfigLevel.PROJECT && isInHome(feed)) {
            findings.add(Finding.of(
                    Code.SHADOWED,
                    sent.decisive().place(),
                    "Yarn takes it before the credential in the home file",
                    "Remove that line"));
        }
        other.ifPresent(found -> findings.add(Finding.of(
                Code.OUTDATED_CREDENTIAL,
                sent.decisive().place(),
                "Yarn would send another token than " + found.origin() + " holds",
                "Run mvn feedauth:configure, which carries it over")));
        if (feed.isInsecure()) {
            findings.add(Finding.of(
                    Code.INSECURE,
                    "Yarn would send the credential in clear: plain http to another machine",
                    "Use https://"));
        }
    }

    private boolean isInHome(Feed feed) {
        try {
            return ofHome.credential(Optional.empty(), feed.url().text()).isPresent();
        } catch (YarnTrouble notTold) {
            return false;
        }
    }

    private Optional<ResolvedCredential> source(Feed feed) {
        try {
            return Optional.of(sources.resolve(feed));
        } catch (FeedAuthFailure none) {
            return Optional.empty();
        }
    }
}
