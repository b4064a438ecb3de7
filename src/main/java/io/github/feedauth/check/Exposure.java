package io.github.feedauth.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may read a file that holds a credential, besides its owner.
 *
 * @param userFile what the file is called that a credential belongs into
 */
record Exposure(String userFile) {

    /**
     * What there is to be said of a file that holds one.
     *
     * @param file absolute
     * @param name what it is called in words
     */
    List<Finding> of(Path file, String name) {
        List<Finding> findings = new ArrayList<>();
        byMode(file, name).ifPresent(findings::add);
        byGit(file, name).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> byMode(Path file, String name) {
        try {
            Set<PosixFilePermission> mode = EnumSet.noneOf(PosixFilePermission.class);
            mode.addAll(Files.getPosixFilePermissions(file));
            String shown = PosixFilePermissions.toString(mode);
            mode.removeAll(Set.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE));
            return mode.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Finding.of(
                            Code.WIDE_MODE,
                            Place.named(name),
                            "The file holds a credential, and others than its owner may use it (" + shown + ")",
                            "Run chmod 600 on it"));
        } catch (IOException | UnsupportedOperationException noModesHere) {
            // Windows has access lists, which the user's folder already restricts.
            return Optional.empty();
        }
    }

    private Optional<Finding> byGit(Path file, String name) {
        return switch (new GitRepository().of(file)) {
            case TRACKED ->
                Optional.of(
                        Finding.of(
                                Code.SECRET_TRACKED,
                                Place.named(name),
                                "The file holds a credential, and git tracks "
                                        + (Files.isSymbolicLink(file) ? "what this link leads to" : "it")
                                        + ": whoever can read the repository has it",
                                "Revoke the token, remove the line, commit that, and run mvn feedauth:configure with a new one"));
            case NOT_IGNORED ->
                Optional.of(Finding.of(
                        Code.SECRET_NOT_IGNORED,
                        Place.named(name),
                        "The file holds a credential and lies"
                                + (Files.isSymbolicLink(file) ? ", behind this link," : "")
                                + " in a git repository that does not ignore it",
                        "Move the credential into " + userFile
                                + " (mvn feedauth:configure does), or add the file to .gitignore"));
            case SAFE -> Optional.empty();
        };
    }
}
