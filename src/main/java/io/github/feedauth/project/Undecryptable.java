package io.github.feedauth.project;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import java.io.FileNotFoundException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.settings.building.SettingsProblem;

/** Why Maven 3 could not decrypt a password, told apart by what its decrypter threw; Maven 4 stops before any plugin runs. */
final class Undecryptable {
    private static final String AGAIN = ", or encrypt the PAT again with mvn --encrypt-password";

    /** What stands before the ciphertext tells who reads it. */
    private static final Pattern OF_MAVEN_4 = Pattern.compile("\\{\\[[^]]*\\bversion=4\\.");

    private Undecryptable() {}

    /**
     * The failure for the user.
     *
     * @param password as it stands in the settings; null where the server has none, and something else of it failed
     * @param problems what the decrypter reports; none where it left the ciphertext without a word
     * @param where the server
     */
    static FeedAuthFailure of(String password, List<SettingsProblem> problems, String where) {
        if (password != null && OF_MAVEN_4.matcher(password).find()) {
            // Maven 3 says that its own master password is missing, or wrong, and neither would help.
            return failure(
                    "it was encrypted by Maven 4, which this Maven can't undo",
                    where,
                    "Build with Maven 4, or give this Maven settings of its own with the PAT encrypted by mvn --encrypt-password");
        }
        if (problems.isEmpty()) {
            return failure(
                    "it is still encrypted, in a form that this Maven does not know",
                    where,
                    "Encrypt the PAT with the Maven that runs this build: mvn --encrypt-password");
        }
        for (SettingsProblem problem : problems) {
            for (Throwable cause = problem.getException(); cause != null; cause = cause.getCause()) {
                if (cause instanceof FileNotFoundException) {
                    return failure(
                            "the file with the master password is not there, " + Printable.name(cause.getMessage()),
                            where,
                            "Make settings-security.xml with mvn --encrypt-master-password, or name it by"
                                    + " -Dsettings.security; where it has a <relocation>, mount what that names");
                }
                if ("master password is not set".equals(cause.getMessage())) {
                    return failure(
                            "settings-security.xml has no <master>",
                            where,
                            "Put what mvn --encrypt-master-password prints there");
                }
            }
        }
        return failure(
                "the master password in settings-security.xml is not the one it was encrypted with, or either is damaged",
                where,
                "Name the right settings-security.xml by -Dsettings.security" + AGAIN);
    }

    private static FeedAuthFailure failure(String why, String where, String nextStep) {
        return new FeedAuthFailure("The password can't be decrypted: " + why, where, nextStep);
    }
}
