package io.github.feedauth.check;

import io.github.feedauth.client.PackageManager;
import java.util.ArrayList;
import java.util.List;

/** The {@code .npmrc} of a workspace's member, where the package manager passes over it: git and other users do not. */
final class MemberFile {
    private static final String CURE = "Move its lines to the .npmrc of the workspace's root";

    private MemberFile() {}

    static List<Finding> findings(ConfigSource file, CheckRequest request) {
        List<Finding> findings = new ArrayList<>();
        boolean credential =
                file.document().filter(FileFindings::holdsCredential).isPresent();
        if (credential) {
            findings.addAll(FileFindings.EXPOSURE.of(file.file(), file.name()));
        }
        findings.add(Finding.of(
                Code.IGNORED_MEMBER_FILE,
                Place.of(file.file()),
                (request.manager() == PackageManager.PNPM
                                ? "pnpm 11 and newer ignore this file, and older ones take it before that of the root"
                                : request.manager() + " ignores this file")
                        + ": the folder is a member of the workspace " + request.root(),
                credential
                        ? CURE
                                + ", but no credential, which belongs into npm's user file: mvn feedauth:configure writes it there"
                        : CURE));
        return findings;
    }
}
