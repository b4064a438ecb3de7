package io.github.feedauth.check;

import io.github.feedauth.npmrc.NpmrcDocument;
import io.github.feedauth.npmrc.NpmrcEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with the files, whatever the registry. */
final class FileFindings {
    private static final Set<String> SECRETS = Set.of("_authToken", "_auth", "_password");

    /** npm 9 and later refuse these where no registry stands before them, and so does npm 12 the others. */
    private static final List<String> REFUSED =
            List.of("_authToken", "_auth", "_password", "username", "_authtoken", "-authtoken");

    private static final List<String> REFUSED_BY_NPM_12 = List.of("email", "certfile", "keyfile");

    /** Who else may read a file of npm's that holds a credential. */
    static final Exposure EXPOSURE = new Exposure("npm's user file");

    private final boolean yarnClassic;

    /** @param yarnClassic whether Yarn 1, which needs {@code always-auth}, is the client */
    FileFindings(boolean yarnClassic) {
        this.yarnClassic = yarnClassic;
    }

    List<Finding> of(NpmConfig config) {
        List<Finding> findings = new ArrayList<>();
        for (ConfigSource source : config.files()) {
            source.problem().ifPresent(findings::add);
            source.document().ifPresent(document -> {
                for (NpmrcEntry entry : document.entries()) {
                    entry(source, entry, findings);
                }
                if (holdsCredential(document)) {
                    findings.addAll(EXPOSURE.of(source.file(), source.name()));
                }
            });
        }
        refused(config, findings);
        return findings;
    }

    /** npm refuses a key for the value that a file gives it in the end: an empty one is none, whatever stands in a line before. */
    private static void refused(NpmConfig config, List<Finding> findings) {
        for (String key : REFUSED) {
            for (Setting setting : inFiles(config, key)) {
                findings.add(
                        Finding.of(
                                Code.UNSCOPED_CREDENTIAL,
                                setting.place(),
                                key
                                        + " has no registry before it: npm 9 and later fail with ERR_INVALID_AUTH, whatever they are asked",
                                "Remove the line; mvn feedauth:configure writes the credential with the feed's address before it"));
            }
        }
        for (String key : REFUSED_BY_NPM_12) {
            for (Setting setting : inFiles(config, key)) {
                findings.add(Finding.of(
                        Code.TOP_LEVEL_EMAIL,
                        setting.place(),
                        key + " has no registry before it: npm 12 fails with ERR_INVALID_AUTH, whatever it is asked",
                        "Remove the line" + (key.equals("email") ? ": no npm from 6 on needs it" : "")));
            }
        }
    }

    private static List<Setting> inFiles(NpmConfig config, String key) {
        return config.all(key).stream()
                .filter(setting -> setting.level().isFile() && !setting.value().isEmpty())
                .toList();
    }

    private void entry(ConfigSource source, NpmrcEntry entry, List<Finding> findings) {
        Place place = new Place(source.name(), entry.lineNumber());
        String key = entry.key();
        String name = key.substring(key.lastIndexOf(':') + 1);
        if (entry.section().isPresent()) {
            if (isOfInterest(key, name)) {
                findings.add(Finding.of(
                        Code.AFTER_SECTION,
                        place,
                        "npm does not see " + shown(key) + ": it stands below the section ["
                                + shown(entry.section().get()) + "]",
                        "Move the line above the first line with [ ]"));
            }
        } else if (name.equals("always-auth") && !yarnClassic) {
            findings.add(Finding.of(
                    Code.ALWAYS_AUTH,
                    place,
                    shown(key)
                            + " is unknown to npm 11 and later: a warning on every command, an error with strict-npmrc",
                    "Remove the line: only Yarn 1 needs it"));
        }
    }

    /** A user name and password that somebody put before the host are not repeated. */
    static String shown(String key) {
        return key.replaceFirst("^//[^/]*@", "//***@");
    }

    private static boolean isOfInterest(String key, String name) {
        return key.equals("registry")
                || (key.startsWith("@") && name.equals("registry"))
                || (key.startsWith("//") && (SECRETS.contains(name) || name.equals("username")));
    }

    /** Whether a credential stands in it as it is, for whatever registry. */
    static boolean holdsCredential(NpmrcDocument document) {
        return document.entries().stream().anyMatch(FileFindings::isSecret);
    }

    private static boolean isSecret(NpmrcEntry entry) {
        String name = entry.key().substring(entry.key().lastIndexOf(':') + 1);
        return SECRETS.contains(name)
                && !entry.value().isBlank()
                && !entry.value().contains("${");
    }
}
