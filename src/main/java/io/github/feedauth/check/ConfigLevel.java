package io.github.feedauth.check;

/** Where npm takes a setting from. The first one that has it wins. */
public enum ConfigLevel {
    COMMAND_LINE("command line"),
    ENVIRONMENT("environment"),
    PROJECT("project"),
    USER("user"),
    GLOBAL("global"),
    /** The {@code npmrc} that an installer puts into npm's own folder. */
    BUILT_IN("built-in"),
    /** The files of the folders above the one that Yarn 1 runs in, the workspace's root among them. */
    ABOVE("parent folder");

    private final String word;

    ConfigLevel(String word) {
        this.word = word;
    }

    /** The level in words. */
    public String word() {
        return word;
    }

    /** Whether npm refuses credentials without a registry's prefix there. */
    boolean isFile() {
        return this == PROJECT || this == USER || this == GLOBAL;
    }
}
