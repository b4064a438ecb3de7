package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.regex.Pattern;

/**
 * An npm scope.
 *
 * @param name without its {@code @}; of letters, digits and {@code . _ ~ -}, not beginning with a dot, as npm's package-name
 *     rules have it. npm compares scopes with their case
 */
public record Scope(String name) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]*");

    public Scope {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a scope");
        }
    }

    /**
     * Reads {@code acme} or {@code @acme}.
     *
     * @throws FeedAuthFailure if npm would not take it as a scope, or it could not stand in a key of {@code .npmrc}
     */
    public static Scope parse(String text, String where) {
        String stripped = text.strip();
        String name = stripped.startsWith("@") ? stripped.substring(1) : stripped;
        if (!NAME.matcher(name).matches()) {
            throw new FeedAuthFailure(
                    "a scope is not one that npm takes",
                    where,
                    "Write the scope alone, of letters, digits, dots, hyphens and underscores, for example"
                            + " <scope>@acme</scope>");
        }
        return new Scope(name);
    }

    /** The key in {@code .npmrc} that gives the scope's registry. */
    public String registryKey() {
        return this + ":registry";
    }

    @Override
    public String toString() {
        return "@" + name;
    }
}
