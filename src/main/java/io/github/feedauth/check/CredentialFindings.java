package io.github.feedauth.check;

import io.github.feedauth.client.PackageManager;
import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.AuthLookup;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedOrigin;
import io.github.feedauth.feed.NerfDart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong with the credential that npm would send to one registry, told from the configuration alone. */
final class CredentialFindings {
    private static final List<String> NAMES = List.of("_authToken", "_auth", "username", "_password");

    private final NpmConfig config;
    private final CredentialChain sources;
    private final PackageManager client;
    private final Map<Target, FeedAuthFailure> failures = new HashMap<>();
    private Map<String, List<Setting>> credentialsByLoosePrefix;

    CredentialFindings(NpmConfig config, CredentialChain sources, PackageManager client) {
        this.client = client;
        this.config = config;
        this.sources = sources;
    }

    /** The source that holds the credential that npm would send, or would have it after {@code configure}; in words. */
    Optional<ResolvedCredential> source(Target target) {
        try {
            return Optional.of(sources.resolve(target.feed().orElseGet(() -> feed(target))));
        } catch (FeedAuthFailure noneOrUnusable) {
            failures.put(target, noneOrUnusable);
            return Optional.empty();
        }
    }

    /** A registry that only npm's configuration names gets no credential that {@code configure} would not give it. */
    private static Feed feed(Target target) {
        return Feed.found(target.url(), List.of(), Optional.empty(), FeedOrigin.PROJECT_FILE);
    }

    List<Finding> of(Target target, Optional<SentCredential> sent, Optional<ResolvedCredential> source) {
        List<Finding> findings = new ArrayList<>();
        if (sent.isPresent()) {
            findings.addAll(PasswordFindings.of(sent.get(), target.azure().isPresent()));
            otherFirst(target, sent.get(), findings);
            if (source.isPresent() && !sent.get().isTokenOf(source.get().credential())) {
                findings.add(Finding.of(
                        Code.OUTDATED_CREDENTIAL,
                        sent.get().decisive().place(),
                        client + " would send another token than "
                                + source.get().origin() + " holds",
                        "Run mvn feedauth:configure, which carries it over"));
            }
        }
        shadowed(target, findings);
        List<String> own =
                target.url().keyPrefixes().stream().map(NerfDart::key).toList();
        if (sent.isEmpty() || !own.contains(sent.get().match().prefix())) {
            misspelt(target, own, findings);
        }
        return findings;
    }

    /** That npm finds nothing to send, and why as far as it can be told. */
    Finding missing(Target target, Optional<ResolvedCredential> source) {
        List<Setting> halves = atPrefixes(target).stream()
                .filter(setting -> !setting.value().isEmpty())
                .toList();
        String half = halves.isEmpty()
                ? ""
                : ": there is only " + halves.get(0).name() + " ("
                        + halves.get(0).place() + "), and it takes username and _password together";
        String cure = source.isPresent()
                ? source.get().origin() + " has one: run mvn feedauth:configure before " + client
                : remedy(target);
        return Finding.of(Code.NO_CREDENTIAL, client + " has no credential for this registry" + half, cure);
    }

    /** What keeps {@code configure} from writing one, where that is more than that no source has any. */
    private String remedy(Target target) {
        FeedAuthFailure failure = failures.get(target);
        Feed feed = target.feed().orElseGet(() -> feed(target));
        if (failure != null && (!failure.where().isEmpty() || !feed.isVouchedFor())) {
            String where = failure.where().isEmpty() ? "" : failure.what() + " (" + failure.where() + "). ";
            return where + failure.nextStep() + ", and run mvn feedauth:configure";
        }
        return "Put a PAT into " + String.join(", or into ", sources.places(feed)) + ", and run mvn feedauth:configure";
    }

    /** A token or an {@code _auth} that wins over a name and a password for the same feed. */
    private void otherFirst(Target target, SentCredential sent, List<Finding> findings) {
        boolean password = atPrefixes(target).stream()
                .anyMatch(setting ->
                        setting.name().equals("_password") && !setting.value().isEmpty());
        boolean other =
                sent.match().kind() == AuthLookup.Kind.TOKEN || sent.match().kind() == AuthLookup.Kind.AUTH;
        if (other && password) {
            findings.add(Finding.of(
                    Code.OTHER_CREDENTIAL_FIRST,
                    sent.decisive().place(),
                    "npm takes " + sent.decisive().name() + " before the username and _password that are there too",
                    "Remove the line; mvn feedauth:configure does so in npm's user file"));
        }
    }

    /** Credential keys of the project or the environment that hide the user's. */
    private void shadowed(Target target, List<Finding> findings) {
        List<Setting> here = atPrefixes(target);
        boolean inUserFile = here.stream().anyMatch(setting -> setting.level() == ConfigLevel.USER);
        if (inUserFile) {
            for (Setting setting : here) {
                if (setting.level().compareTo(ConfigLevel.USER) < 0) {
                    findings.add(Finding.of(
                            Code.SHADOWED,
                            setting.place(),
                            "npm takes " + setting.key() + " from the "
                                    + setting.level().word()
                                    + (setting.value().isEmpty() ? ", where it is empty," : "")
                                    + " before the credential in the user's file",
                            setting.level() == ConfigLevel.PROJECT ? "Remove that line" : "Unset that variable"));
                }
            }
        }
    }

    private List<Setting> atPrefixes(Target target) {
        List<Setting> settings = new ArrayList<>();
        for (NerfDart prefix : target.url().keyPrefixes()) {
            for (String name : NAMES) {
                settings.addAll(config.all(prefix + ":" + name));
            }
        }
        return settings;
    }

    /** Credential keys that npm does not find for the registry, but that were meant for it. */
    private void misspelt(Target target, List<String> own, List<Finding> findings) {
        String path =
                "//" + target.url().url().hostAndPort() + target.url().url().path();
        Set<Setting> alike = new LinkedHashSet<>();
        own.forEach(prefix -> alike.addAll(byLoosePrefix().getOrDefault(loose(prefix), List.of())));
        for (Setting setting : alike) {
            if (!isOnTheWay(setting.prefix(), path)) {
                findings.add(Finding.of(
                        Code.MISSPELT_KEY,
                        setting.place(),
                        "npm does not take " + setting.key() + " for this registry: it compares keys letter by letter,"
                                + " also case, %20, port and view",
                        "Write " + own.get(0) + ":" + setting.name()
                                + ", or run mvn feedauth:configure and remove the line"));
            }
        }
    }

    private Map<String, List<Setting>> byLoosePrefix() {
        if (credentialsByLoosePrefix == null) {
            credentialsByLoosePrefix = new HashMap<>();
            for (Setting setting : config.settings()) {
                if (setting.key().startsWith("//") && NAMES.contains(setting.name())) {
                    credentialsByLoosePrefix
                            .computeIfAbsent(loose(setting.prefix()), prefix -> new ArrayList<>())
                            .add(setting);
                }
            }
        }
        return credentialsByLoosePrefix;
    }

    private static boolean isOnTheWay(String prefix, String path) {
        return path.startsWith(prefix)
                && (prefix.endsWith("/") || path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    /** What is left of a prefix without all that people get wrong. */
    private static String loose(String prefix) {
        String plain = prefix.toLowerCase(Locale.ROOT)
                .replace("%20", " ")
                .replace("+", " ")
                .replace("%40", "@");
        int slash = plain.indexOf('/', 2);
        String host = slash < 0 ? plain : plain.substring(0, slash);
        String rest = slash < 0 ? "" : plain.substring(slash);
        int port = host.lastIndexOf(':');
        StringBuilder loose = new StringBuilder(port > 1 ? host.substring(0, port) : host);
        for (String segment : rest.split("/", -1)) {
            int view = segment.indexOf('@');
            if (!segment.isEmpty()) {
                loose.append('/').append(view > 0 ? segment.substring(0, view) : segment);
            }
        }
        return loose.toString();
    }
}
