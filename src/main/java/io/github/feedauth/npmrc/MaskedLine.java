package io.github.feedauth.npmrc;

import io.github.feedauth.failure.MaybeToken;
import java.util.Optional;
import java.util.Set;

/** A line of ours as it may be shown: only values that are known to be no secrets are. */
final class MaskedLine {
    private static final Set<String> SHOWN = Set.of("username", "email", "always-auth");

    private MaskedLine() {}

    /** A line that we write. */
    static String added(OwnedSetting setting) {
        return line(setting.key(), setting.value(), valueToShow(setting).isPresent());
    }

    /** The value of a line that we write, unless it may be a secret. */
    static Optional<String> valueToShow(OwnedSetting setting) {
        boolean shown =
                isRegistry(setting.key()) ? isPlainUrl(setting.value()) : isShown(setting.key(), setting.value());
        return shown ? Optional.of(setting.value()) : Optional.empty();
    }

    /** A line that stood in the file, whoever wrote it, of a key that we own. */
    static String removed(String key, String value) {
        return line(key, value, canShow(key, value));
    }

    /** Whether a value that stood in the file is known to be no secret. */
    static boolean canShow(String key, String value) {
        return isRegistry(key) ? isPlainUrl(value) && !MaybeToken.isIn(value) : isShown(key, value);
    }

    /** Whether no value of a key that we own is ever shown. */
    static boolean isForSecret(String key) {
        return !isRegistry(key) && !SHOWN.contains(attribute(key));
    }

    private static String line(String key, String value, boolean shown) {
        return key + "=" + (shown ? value : "***");
    }

    private static boolean isRegistry(String key) {
        return key.equals("registry") || (key.startsWith("@") && key.endsWith(":registry"));
    }

    private static boolean isShown(String key, String value) {
        return SHOWN.contains(attribute(key)) && !MaybeToken.isIn(value);
    }

    private static String attribute(String key) {
        return key.substring(key.lastIndexOf(':') + 1);
    }

    /** No user name or password before the host, and no query or fragment. */
    private static boolean isPlainUrl(String url) {
        int host = url.indexOf("://");
        if (host < 0 || url.indexOf('?') >= 0 || url.indexOf('#') >= 0 || url.indexOf('\\') >= 0) {
            return false;
        }
        int path = url.indexOf('/', host + 3);
        int at = url.indexOf('@');
        return at < 0 || (path >= 0 && at > path);
    }
}
