package io.github.feedauth.client;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Corepack that is installed.
 *
 * @param version its version; empty text where that is not known
 */
public record CorepackRelease(String version) {
    /** The first that sends a token with the download too, from a registry whose address has a path; those before ask without. */
    private static final String FIRST_WITH_TOKEN = "0.34.1";

    /**
     * The first that sends a user name and a password with the download too, and then to any host. All since 0.25.0 download from an
     * address that a project names only where {@link CorepackVariables#CUSTOM_ADDRESSES} is set.
     */
    private static final String FIRST_WITH_PASSWORD = "0.28.1";

    private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})");

    /**
     * Reads its version.
     *
     * @param folder the package's
     */
    public static CorepackRelease in(Path folder) {
        try {
            String version = JsonParser.object()
                    .from(Files.readString(folder.resolve(PackageJson.NAME)))
                    .getString("version", "");
            return new CorepackRelease(VERSION.matcher(version).matches() ? version : "");
        } catch (IOException | JsonParserException e) {
            return new CorepackRelease("");
        }
    }

    /**
     * Why it would not get in to a feed with a credential.
     *
     * @param token whether that is a token rather than a user name and a password
     * @return the reason and what to do, in words; empty where it gets in
     */
    public Optional<String> shortcoming(boolean token) {
        String first = token ? FIRST_WITH_TOKEN : FIRST_WITH_PASSWORD;
        if (order(version) >= order(first)) {
            return Optional.empty();
        }
        return Optional.of(
                (token ? "it is a token, which" : "it is a user name and a password, which") + " Corepack before "
                        + first + " does not send with its downloads, and here is "
                        + (version.isEmpty() ? "one of unknown version" : version) + ". Use a newer one"
                        + (token ? ", or a personal access token" : ""));
    }

    private static long order(String version) {
        Matcher parts = VERSION.matcher(version);
        return parts.matches()
                ? (Long.parseLong(parts.group(1)) * 1_000_000 + Long.parseLong(parts.group(2))) * 1_000_000
                        + Long.parseLong(parts.group(3))
                : -1;
    }
}
