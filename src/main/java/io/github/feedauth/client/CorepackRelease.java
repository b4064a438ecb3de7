package io.github.feedauth.client;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Corepack that is installed.
 *
 * @param version its version; empty text where that is not known
 */
public record CorepackRelease(String version) {
    /** The first that sends a token with the download too, from a registry whose address has a path; those before ask without. */
    public static final String FIRST_WITH_TOKEN = "0.34.1";

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

    /** Whether a token is enough for it to download from a feed. */
    public boolean sendsTokens() {
        return order(version) >= order(FIRST_WITH_TOKEN);
    }

    private static long order(String version) {
        Matcher parts = VERSION.matcher(version);
        return parts.matches()
                ? (Long.parseLong(parts.group(1)) * 1_000_000 + Long.parseLong(parts.group(2))) * 1_000_000
                        + Long.parseLong(parts.group(3))
                : -1;
    }
}
