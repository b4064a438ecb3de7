package io.github.feedauth.client;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The package manager of a front end.
 *
 * @param manager which
 * @param version its version, or a range of versions, as the project has it; empty where nothing tells
 */
public record Client(PackageManager manager, Optional<String> version) {
    /** npm of whatever version: what is taken where nothing speaks of another. */
    public static final Client NPM = new Client(PackageManager.NPM, Optional.empty());

    /** The first number of its version; empty where nothing tells it, as with {@code >=9}, which may be any newer one. */
    public OptionalInt major() {
        // A release, or those that ^ and ~ begin with one. Compiled here: every build loads this class, and only check
        // asks.
        Matcher release = Pattern.compile("[^\\d<>]{0,3}(\\d{1,4})(?!\\d)[^<>|\\s]*")
                .matcher(version.orElse("").strip());
        return release.matches() ? OptionalInt.of(Integer.parseInt(release.group(1))) : OptionalInt.empty();
    }
}
