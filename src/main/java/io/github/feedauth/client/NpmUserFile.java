package io.github.feedauth.client;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.npmrc.EnvExpansion;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where npm's user-level configuration file is: the environment variable {@code NPM_CONFIG_USERCONFIG} in any letter case, then a
 * {@code userconfig} line in the project's file, then {@code .npmrc} in npm's home folder. npm's home is {@code HOME}, on Windows
 * {@code USERPROFILE}, and only then what the operating system says: the JVM's {@code user.home} ignores {@code HOME}.
 *
 * @param environment the variables of the environment that npm will run in
 * @param windows whether this is Windows
 * @param operatingSystemHome the home folder that the operating system knows; relative where it knows none: the JVM gives {@code ?}
 */
public record NpmUserFile(Map<String, String> environment, boolean windows, Path operatingSystemHome) {
    private static final String VARIABLE = "NPM_CONFIG_USERCONFIG";

    /**
     * The file's path, absolute.
     *
     * @param folder the folder in which npm is run: relative paths start there
     * @param projectLine the value of {@code userconfig} in the project's file, its variables replaced
     * @throws FeedAuthFailure as {@link #home}
     */
    public Path path(Path folder, Optional<String> projectLine) {
        Optional<String> moved = fromEnvironment();
        if (moved.isPresent()) {
            return resolve(new EnvExpansion(environment).expand(moved.get()), folder);
        }
        return projectLine.isPresent() && !projectLine.get().isBlank()
                ? resolve(projectLine.get(), folder)
                : home().resolve(".npmrc");
    }

    /** Whether the environment moves the file. */
    public boolean isMoved() {
        return fromEnvironment().isPresent();
    }

    /**
     * npm's home folder.
     *
     * @throws FeedAuthFailure where this user has none, and npm would not start either
     */
    public Path home() {
        String home = environment.getOrDefault("HOME", "");
        if (home.isEmpty() && windows) {
            home = environment.getOrDefault("USERPROFILE", "");
        }
        if (home.isEmpty() && !operatingSystemHome.isAbsolute()) {
            throw new FeedAuthFailure(
                    "The user that Maven runs as has no home folder",
                    "HOME is not set, and the operating system knows of none",
                    "Set HOME to a folder that this user may write to");
        }
        return (home.isEmpty() ? operatingSystemHome : Path.of(home))
                .toAbsolutePath()
                .normalize();
    }

    /**
     * Where several letter cases are set, npm takes the one that stands last in its environment, and no one can tell which that is in
     * a process that Java starts. Upper case it is here. An empty value is none.
     */
    private Optional<String> fromEnvironment() {
        String upperCase = environment.getOrDefault(VARIABLE, "");
        if (!upperCase.isEmpty()) {
            return Optional.of(upperCase);
        }
        Optional<String> first = Optional.empty();
        for (String name : environment.keySet()) {
            if (name.equalsIgnoreCase(VARIABLE)
                    && !environment.get(name).isEmpty()
                    && (first.isEmpty() || name.compareTo(first.get()) < 0)) {
                first = Optional.of(name);
            }
        }
        return first.isPresent() ? Optional.of(environment.get(first.get())) : first;
    }

    /**
     * A path as npm's {@code parse-field} takes it: {@code ~/} is the home folder, anything relative starts in the working folder.
     *
     * @param text a value of npm's configuration
     * @param folder the folder in which npm is run
     */
    public Path resolve(String text, Path folder) {
        boolean fromHome = text.startsWith("~/") || (windows && text.startsWith("~\\"));
        return fromHome
                ? home().resolve(text.substring(2)).normalize()
                : folder.resolve(text).toAbsolutePath().normalize();
    }
}
