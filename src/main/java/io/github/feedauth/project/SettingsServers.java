package io.github.feedauth.project;

import io.github.feedauth.credential.PinnedHosts;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.credential.Servers;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * The session's servers, decrypted when first asked for and at most once. Maven 3 holds ciphertext in its settings and reports a
 * failed decryption as a problem, while the server it returns still holds the ciphertext; Maven 4 has decrypted before any plugin
 * runs.
 */
public final class SettingsServers implements Servers {
    private final Settings settings;
    private final SettingsDecrypter decrypter;
    private final Log log;
    private final Map<String, Optional<Server>> decrypted = new ConcurrentHashMap<>();

    /**
     * Takes the session's servers.
     *
     * @param settings the session's settings
     * @param decrypter Maven's own
     * @param log takes what Maven warns of while it decrypts
     */
    public SettingsServers(Settings settings, SettingsDecrypter decrypter, Log log) {
        this.settings = settings;
        this.decrypter = decrypter;
        this.log = log;
    }

    @Override
    public List<String> ids() {
        return settings.getServers().stream()
                .map(org.apache.maven.settings.Server::getId)
                .toList();
    }

    @Override
    public Optional<Server> find(String id) {
        return decrypted.computeIfAbsent(
                id, key -> Optional.ofNullable(settings.getServer(key)).map(this::decrypt));
    }

    private Server decrypt(org.apache.maven.settings.Server encrypted) {
        String where = "settings.xml server '" + Printable.name(encrypted.getId()) + "'";
        requireResolved(encrypted.getPassword(), where);
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(encrypted));
        boolean failed = result.getProblems().stream()
                .anyMatch(problem -> problem.getSeverity() != SettingsProblem.Severity.WARNING);
        if (!failed) {
            result.getProblems().forEach(problem -> log.warn(where + ": " + Printable.name(problem.getMessage())));
        }
        String password = result.getServer().getPassword();
        if (failed || isCiphertext(password)) {
            throw Undecryptable.of(encrypted.getPassword(), result.getProblems(), where);
        }
        requireResolved(password, where);
        return new Server(
                encrypted.getId(),
                Optional.ofNullable(result.getServer().getUsername()).filter(name -> !name.isBlank()),
                Optional.ofNullable(password).map(Secret::of),
                encrypted.getConfiguration() == null
                        ? PinnedHosts.NONE
                        : ServerHosts.of(encrypted.getConfiguration(), where));
    }

    private static boolean isCiphertext(String password) {
        return password != null
                && password.strip().startsWith("{")
                && password.strip().endsWith("}");
    }

    /** Maven leaves an unset variable as it stands, and decryption would then report a misleading error. */
    private static void requireResolved(String password, String where) {
        if (password != null && password.contains("${")) {
            throw new FeedAuthFailure(
                    "The password refers to a variable or property that is not set",
                    where,
                    "Set what it names between ${ and }, in the environment that Maven runs in");
        }
    }
}
