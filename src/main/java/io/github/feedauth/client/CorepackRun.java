package io.github.feedauth.client;

import io.github.feedauth.failure.Printable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One run of Corepack, as far as it decides where Corepack sends what it is given: a user name and a password go to whatever host it
 * downloads from.
 *
 * @param environment the variables that the build runs with
 * @param configured those that the POM adds, which come first
 * @param folder where it runs
 * @param arguments its command line
 */
public record CorepackRun(
        Map<String, String> environment, Map<String, String> configured, Path folder, String arguments) {

    /**
     * Why Corepack must not have the feed's credential.
     *
     * @param text the reason and what to do, in words
     * @param chosen whether the user has given it a registry in the place of the feed, which is nothing to warn of
     */
    public record Detour(String text, boolean chosen) {}

    /** What would lead the credential elsewhere than to the feed; empty for nothing. */
    public Optional<Detour> detour() {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(configured);
        CorepackFiles files = CorepackFiles.of(folder, all);
        return byVariable("environmentVariables of frontend-maven-plugin", configured)
                .or(() -> byVariable("the environment", environment))
                .or(() -> files.variablesFile().flatMap(file -> byVariable(name(file), files.variables())))
                .or(() -> files.unread()
                        .map(folder -> new Detour(
                                "what " + name(folder) + " tells Corepack can't be read, so where it would send the"
                                        + " credential is not known. Mend the package.json there",
                                false)))
                .or(() -> files.pinned()
                        .filter(CorepackAddress::isPinned)
                        .map(pinned -> address(
                                "packageManager in " + name(files.pinnedIn().orElseThrow()))))
                .or(() -> CorepackAddress.isIn(arguments)
                        ? Optional.of(address("frontend-maven-plugin's arguments for it"))
                        : Optional.empty());
    }

    private static Optional<Detour> byVariable(String place, Map<String, String> variables) {
        return CorepackVariables.own(variables)
                .map(name -> CorepackVariables.isRegistry(name)
                        ? new Detour(
                                Printable.name(name) + " is set by " + place
                                        + ". Remove it to let Corepack download from the feed",
                                true)
                        : new Detour(
                                Printable.name(name) + " is set by " + place
                                        + ", which lets Corepack send a credential to any address."
                                        + " Remove it, or set it to 0, to let Corepack download from the feed",
                                false));
    }

    private static Detour address(String place) {
        return new Detour(
                place + " names an address, and Corepack would send the credential there. Name a version, as in"
                        + " pnpm@10.34.9, to let Corepack download from the feed",
                false);
    }

    private static String name(Path file) {
        return Printable.name(file.toString());
    }
}
