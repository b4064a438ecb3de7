package io.github.feedauth.npmrc;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code ${NAME}} in keys and values, replaced as npm's {@code env-replace} does. */
public final class EnvExpansion {
    private final Map<String, String> environment;

    /** @param environment the values of the variables that are set, by their names */
    public EnvExpansion(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * npm 11 and later: {@code (?<!\\)(\\*)\$\{([^${}?]+)(\?)?\}}. An unset variable stays as it is written, or is empty where
     * {@code ?} follows its name; a backslash before it escapes.
     */
    public String expand(String text) {
        return mayHoldVariable(text) ? expand(text, true, new LinkedHashSet<>()) : text;
    }

    /** The variables that a text refers to and that are not set. One that is escaped, and {@code ${NAME?}}, is none of them. */
    public Set<String> unset(String text) {
        Set<String> names = new LinkedHashSet<>();
        expand(text, true, names);
        return names;
    }

    /** As {@link #unset}, for clients that take the {@code ?} of {@code ${NAME?}} for a part of the name. */
    Set<String> unsetWithMarks(String text) {
        Set<String> names = new LinkedHashSet<>();
        expand(text, false, names);
        return names;
    }

    /** Every reading that any npm from 6 on gives the text, today's first. npm 6 gives none where a variable is not set. */
    Set<String> expansions(String text) {
        Set<String> all = new LinkedHashSet<>();
        all.add(expand(text));
        if (mayHoldVariable(text)) {
            all.add(expand(text, false, new LinkedHashSet<>()));
            expandAsNpm6(text).ifPresent(all::add);
        }
        return all;
    }

    static boolean mayHoldVariable(String text) {
        return text.contains("${");
    }

    private String expand(String text, boolean optionalMark, Set<String> unset) {
        int dollar = text.indexOf("${");
        if (dollar < 0) {
            return text;
        }
        StringBuilder expanded = new StringBuilder(text.length());
        int copied = 0;
        while (dollar >= 0) {
            int nameEnd = nameEnd(text, dollar + 2, optionalMark);
            boolean optional = optionalMark && nameEnd < text.length() && text.charAt(nameEnd) == '?';
            int close = optional ? nameEnd + 1 : nameEnd;
            if (nameEnd > dollar + 2 && close < text.length() && text.charAt(close) == '}') {
                int escapes = backslashesBefore(text, dollar, copied);
                boolean escaped = escapes % 2 == 1;
                expanded.append(text, copied, dollar - (escapes + 1) / 2);
                if (escaped) {
                    expanded.append(text, dollar, close + 1);
                } else {
                    String name = text.substring(dollar + 2, nameEnd);
                    String value = environment.get(name);
                    if (value == null && !optional) {
                        unset.add(name);
                    }
                    expanded.append(value != null ? value : optional ? "" : "${" + name + "}");
                }
                copied = close + 1;
            }
            dollar = text.indexOf("${", Math.max(copied, dollar + 2));
        }
        return expanded.append(text, copied, text.length()).toString();
    }

    private static int nameEnd(String text, int from, boolean optionalMark) {
        int index = from;
        while (index < text.length()) {
            char c = text.charAt(index);
            if (c == '$' || c == '{' || c == '}' || (optionalMark && c == '?')) {
                return index;
            }
            index++;
        }
        return index;
    }

    private static int backslashesBefore(String text, int index, int floor) {
        int start = index;
        while (start > floor && text.charAt(start - 1) == '\\') {
            start--;
        }
        return index - start;
    }

    /** npm 6: {@code (\\*)\$\{([^}]+)\}}, an escaped variable stays with its backslashes, an unset one fails npm's start. */
    private Optional<String> expandAsNpm6(String text) {
        StringBuilder expanded = new StringBuilder(text.length());
        int copied = 0;
        int dollar = text.indexOf("${");
        while (dollar >= 0) {
            int close = text.indexOf('}', dollar);
            if (close < 0) {
                break;
            }
            if (close == dollar + 2) {
                dollar = text.indexOf("${", close);
                continue;
            }
            int escapes = backslashesBefore(text, dollar, copied);
            if (escapes % 2 == 0) {
                String value = environment.get(text.substring(dollar + 2, close));
                if (value == null) {
                    return Optional.empty();
                }
                expanded.append(text, copied, dollar - escapes).append(value);
            } else {
                expanded.append(text, copied, close + 1);
            }
            copied = close + 1;
            dollar = text.indexOf("${", copied);
        }
        return Optional.of(expanded.append(text, copied, text.length()).toString());
    }
}
