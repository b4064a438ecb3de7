package io.github.feedauth.client;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import java.util.Optional;
import java.util.Set;

/**
 * One place that tells which package manager a front end uses.
 *
 * @param name {@code npm}, {@code pnpm}, {@code yarn} or {@code bun}
 * @param version its version or a range of versions; empty where the place does not tell
 * @param place in words
 * @param launcher whether it tells only what is started: Yarn 1 hands over to the Yarn that {@code .yarnrc.yml} or
 *     {@code packageManager} names
 */
public record Clue(String name, Optional<String> version, String place, boolean launcher) {
    private static final Set<String> NAMES = Set.of("npm", "pnpm", "yarn", "bun");
    private static final String YARN = "yarn";

    /**
     * Reads {@code name@version}, the form of {@code packageManager} in {@code package.json}.
     *
     * @return empty where the name is none that is known here
     */
    static Optional<Clue> of(String text, String place) {
        String stripped = text.strip();
        int at = stripped.indexOf('@');
        String name = at < 0 ? stripped : stripped.substring(0, at);
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        String rest = at < 0 ? "" : stripped.substring(at + 1);
        int hash = rest.indexOf('+');
        String version = hash < 0 ? rest : rest.substring(0, hash);
        return Optional.of(new Clue(name, version.isEmpty() ? Optional.empty() : Optional.of(version), place, false));
    }

    /**
     * Reads the parameter {@code client}.
     *
     * @param text null or blank for none
     * @throws FeedAuthFailure where it names no package manager that is known here
     */
    public static Optional<Clue> ofParameter(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String place = "parameter client";
        Optional<Clue> clue = of(text, place);
        if (clue.isEmpty()) {
            throw new FeedAuthFailure(
                    "'" + Printable.name(text) + "' is no package manager that is known here",
                    place,
                    "Use npm, pnpm, yarn@1, yarn@4 or bun, with a version where you like");
        }
        return clue;
    }

    /** The package manager; empty where Yarn is named without a version that tells which. */
    Optional<PackageManager> manager() {
        return switch (name) {
            case "npm" -> Optional.of(PackageManager.NPM);
            case "pnpm" -> Optional.of(PackageManager.PNPM);
            case "bun" -> Optional.of(PackageManager.BUN);
            default -> version.isPresent() ? yarn(version.get()) : Optional.empty();
        };
    }

    /** Whether the place is content with that package manager. */
    boolean allows(PackageManager other) {
        Optional<PackageManager> own = manager();
        boolean otherIsYarn = other == PackageManager.YARN_CLASSIC || other == PackageManager.YARN_BERRY;
        return (own.isEmpty() || (launcher && name.equals(YARN))) ? otherIsYarn : own.get() == other;
    }

    private static Optional<PackageManager> yarn(String version) {
        int start = 0;
        while (start < version.length() && !isDigit(version.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < version.length() && isDigit(version.charAt(end))) {
            end++;
        }
        if (start == end) {
            return switch (version) {
                case "berry", "stable", "canary" -> Optional.of(PackageManager.YARN_BERRY);
                case "classic" -> Optional.of(PackageManager.YARN_CLASSIC);
                default -> Optional.empty();
            };
        }
        String major = version.substring(start, end);
        return Optional.of(
                major.equals("0") || major.equals("1") ? PackageManager.YARN_CLASSIC : PackageManager.YARN_BERRY);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
