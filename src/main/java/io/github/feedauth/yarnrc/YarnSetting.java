package io.github.feedauth.yarnrc;

import java.util.List;
import java.util.Optional;

/**
 * A setting and the value that it is to have.
 *
 * @param path its keys from the outermost to its own, such as {@code npmRegistries}, a URL, {@code npmAuthIdent}
 * @param value may be a secret
 * @param kind what the value is
 */
public record YarnSetting(List<String> path, String value, Kind kind) {
    /** What a value is, and so how it is written and shown. */
    public enum Kind {
        /** A text, in double quotes. */
        TEXT,
        /** {@code true} or {@code false}, without quotes. */
        FLAG,
        /** A text that is never shown. */
        SECRET,
        /** One of the items of a list. */
        ITEM
    }

    /**
     * @throws IllegalArgumentException naming only the path, where the value has a quote, a backslash, a control character, or a
     *     <code>${</code>, which Yarn would expand
     */
    public YarnSetting {
        path = List.copyOf(path);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\' || value.startsWith("${", i)) {
                throw new IllegalArgumentException("No value that .yarnrc.yml can hold as it is: that of " + path);
            }
        }
    }

    /** The name under which a receipt knows it: keys hold no blanks. */
    public String name() {
        return String.join(" ", path) + (kind == Kind.ITEM ? " " + value : "");
    }

    /** The value, unless it is a secret. */
    Optional<String> valueToShow() {
        return kind == Kind.SECRET ? Optional.empty() : Optional.of(value);
    }

    /** The line, without indentation and end. */
    String line(boolean masked) {
        String key = path.get(path.size() - 1);
        String shown = masked && kind == Kind.SECRET ? "***" : value;
        return switch (kind) {
            case ITEM -> "- \"" + shown + "\"";
            case FLAG -> key + ": " + shown;
            case TEXT, SECRET -> key + ": \"" + shown + "\"";
        };
    }

    /** Without the value. */
    @Override
    public String toString() {
        return path + "=***";
    }
}
