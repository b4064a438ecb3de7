package io.github.feedauth.client;

/** The package managers, told apart by the files they read their registry and credentials from. */
public enum PackageManager {
    NPM("npm"),
    PNPM("pnpm"),
    /** Yarn 1: reads {@code .npmrc}. */
    YARN_CLASSIC("Yarn 1"),
    /** Yarn 2 and newer: reads {@code .yarnrc.yml} alone. */
    YARN_BERRY("Yarn 2 or newer"),
    BUN("Bun");

    private final String title;

    PackageManager(String title) {
        this.title = title;
    }

    /** As the user knows it. */
    @Override
    public String toString() {
        return title;
    }
}
