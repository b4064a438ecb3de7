package io.github.feedauth.client;

import java.util.Optional;

/**
 * The package manager of a front end.
 *
 * @param manager which
 * @param version its version, or a range of versions, as the project has it; empty where nothing tells
 */
public record Client(PackageManager manager, Optional<String> version) {
    /** npm of whatever version: what is taken where nothing speaks of another. */
    public static final Client NPM = new Client(PackageManager.NPM, Optional.empty());
}
