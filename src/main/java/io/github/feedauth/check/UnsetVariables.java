package io.github.feedauth.check;

import io.github.feedauth.client.Client;
import io.github.feedauth.client.PackageManager;
import io.github.feedauth.failure.MaybeToken;
import io.github.feedauth.feed.Feed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings that refer to a variable that is not set. npm 6 fails at one, whatever it is for, and so does Yarn 1 where it is in the
 * value; pnpm up to 10 passes over the whole file; the others go on without the setting. Of a version that nothing tells, the newest is taken.
 */
final class UnsetVariables {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*\\??");
    private static final Pattern WITH_DEFAULT = Pattern.compile("[^:-]+:?-.+");

    private final NpmConfig config;
    private final PackageManager client;
    private final int major;
    private final Set<String> lostFiles;
    private final Set<String> declared;

    /** @param feeds the declared ones, which need their registry's line */
    UnsetVariables(NpmConfig config, Client client, List<Feed> feeds) {
        this.config = config;
        this.client = client.manager();
        this.declared =
                feeds.stream().flatMap(feed -> feed.registryKeys().stream()).collect(Collectors.toSet());
        this.major = client.major().orElse(Integer.MAX_VALUE);
        this.lostFiles = config.settings().stream()
                .filter(this::isFatal)
                .map(setting -> setting.place().name())
                .collect(Collectors.toSet());
    }

    /** Why a registry can't be asked what it would be asked, in a few words; empty for nothing. */
    String hindrance(Target target, Optional<SentCredential> sent) {
        List<Setting> credential = sent.map(SentCredential::settings).orElse(List.of());
        if (credential.stream().anyMatch(setting -> !setting.unset().isEmpty())) {
            return "the credential refers to a variable that is not set";
        }
        boolean lost = client == PackageManager.PNPM
                ? Stream.concat(target.lines().stream(), credential.stream())
                        .anyMatch(setting -> lostFiles.contains(setting.place().name()))
                : !lostFiles.isEmpty();
        return lost ? client + " does not get so far: a variable is not set" : "";
    }

    /** What is wrong with the credential that would be sent to a registry. */
    List<Finding> of(SentCredential sent, Target target) {
        return sent.settings().stream()
                .filter(setting -> !names(setting).isEmpty())
                .map(setting -> finding(
                        setting,
                        "credential",
                        target.wantsCredential() && setting.level() == ConfigLevel.USER
                                ? "run mvn feedauth:configure, which writes the credential itself"
                                : removal(setting),
                        target.wantsCredential()))
                .toList();
    }

    /** What is wrong with all the other settings. */
    List<Finding> of(Collection<Setting> credentials) {
        List<Finding> findings = new ArrayList<>();
        for (Setting setting : config.settings()) {
            if (!names(setting).isEmpty() && !credentials.contains(setting)) {
                boolean registry = NpmLook.isRegistry(setting.key())
                        && config.taken(setting.key()).equals(Optional.of(setting));
                boolean needed = registry && (setting.key().equals("registry") || declared.contains(setting.key()));
                findings.add(finding(setting, registry ? "registry" : "value", removal(setting), needed));
            }
        }
        return findings;
    }

    /** @param needed whether something fails without the setting, whichever the client is */
    private Finding finding(Setting setting, String what, String otherwise, boolean needed) {
        Finding finding = Finding.of(
                Code.UNSET_VARIABLE,
                setting.place(),
                subject(setting) + " refers to " + variables(setting) + ": " + consequence(setting, what),
                (names(setting).stream().anyMatch(Setting::isMarked)
                                ? "Leave the question mark out and set the variable where Maven and "
                                : "Set the variable where Maven and ")
                        + client + " run, or " + otherwise);
        return needed || isFatal(setting) ? finding : finding.asWarning();
    }

    private static String subject(Setting setting) {
        return setting.key().contains("${") ? "A key" : FileFindings.shown(setting.key());
    }

    /** What somebody put between the braces may be the token itself. */
    private String variables(Setting setting) {
        List<String> names = names(setting);
        if (!names.stream().allMatch(name -> NAME.matcher(name).matches() && !MaybeToken.isIn(name))) {
            return "a variable that is not set";
        }
        Optional<String> marked = names.stream().filter(Setting::isMarked).findFirst();
        if (marked.isPresent()) {
            return "${" + marked.get() + "}, whose question mark is part of the name to " + client;
        }
        return names.size() == 1
                ? "the variable " + names.get(0) + ", which is not set"
                : "the variables " + String.join(" and ", names) + ", which are not set";
    }

    private String consequence(Setting setting, String what) {
        if (isFatal(setting)) {
            return client == PackageManager.PNPM
                    ? "pnpm " + major + " passes over the whole file, with every registry and credential in it"
                    : (client == PackageManager.NPM ? "npm " + major : client) + " fails, whatever it is asked";
        }
        if (!what.equals("value")) {
            return client + " gets no " + what + " from it";
        }
        return (names(setting.unsetInValue()).isEmpty()
                        ? "npm 6 fails at that, whatever it is asked"
                        : "npm 6 and Yarn 1 fail at that, whatever they are asked")
                + ", and pnpm up to 10 passes over the whole file";
    }

    private static String removal(Setting setting) {
        return setting.level() == ConfigLevel.ENVIRONMENT ? "unset the one that refers to it" : "remove the line";
    }

    /** Yarn 1 leaves the variable in a key as it is written. */
    private boolean isFatal(Setting setting) {
        return setting.level().compareTo(ConfigLevel.PROJECT) >= 0
                && switch (client) {
                    case NPM -> major <= 6 && !names(setting).isEmpty();
                    case PNPM -> major <= 10 && !names(setting).isEmpty();
                    case YARN_CLASSIC -> !names(setting.unsetInValue()).isEmpty();
                    case YARN_BERRY, BUN -> false;
                };
    }

    private List<String> names(Setting setting) {
        return Stream.of(setting.unsetInKey(), setting.unsetInValue())
                .flatMap(unset -> names(unset).stream())
                .distinct()
                .toList();
    }

    private boolean knowsMark() {
        return switch (client) {
            case NPM -> major > 6;
            case PNPM -> major > 10;
            case YARN_CLASSIC -> false;
            case YARN_BERRY, BUN -> true;
        };
    }

    /** pnpm knows {@code ${NAME-text}} and {@code ${NAME:-text}} too. */
    private List<String> names(Set<String> unset) {
        return unset.stream()
                .filter(name -> !knowsMark() || !Setting.isMarked(name))
                .filter(name -> client != PackageManager.PNPM
                        || !WITH_DEFAULT.matcher(name).matches())
                .toList();
    }
}
