package io.github.feedauth.npmrc;

import io.github.feedauth.failure.Printable;
import java.util.Set;

/**
 * A key and the value that it is to have. Both read back from the file exactly as they are given here, by every npm from 6 on
 * and without quoting, which some clients do not undo.
 *
 * @param key as npm looks for it, e.g. {@code //host/npm/:username}
 * @param value may be a secret
 */
public record OwnedSetting(String key, String value) {
    private static final Set<String> NO_STRINGS = Set.of("true", "false", "null", "undefined");

    /**
     * @throws IllegalArgumentException naming only the key, if {@link #canBeKey} or {@link #canBeValue} says no; {@code true} and
     *     {@code false} are allowed for {@code always-auth}, a flag, alone
     */
    public OwnedSetting {
        requireKey(key);
        if (!canBeValue(value) && !isFlag(key, value)) {
            throw new IllegalArgumentException(
                    "No value that .npmrc can hold as it is: that of " + Printable.name(key));
        }
    }

    /**
     * Whether a line can hold the value as it is: no control character or line separator, no {@code ;}, <code>#</code> or
     * <code>${</code>, no white space or quote at either end, no backslash that would escape, and not a word that npm reads as
     * something else than text.
     */
    public static boolean canBeValue(String value) {
        return !NO_STRINGS.contains(value) && readsAsItIs(value);
    }

    /** As {@link #canBeValue}, and not empty, no {@code =}, no {@code [} at the start and no {@code []} at the end. */
    public static boolean canBeKey(String key) {
        return !key.isEmpty()
                && key.indexOf('=') < 0
                && key.charAt(0) != '['
                && !key.endsWith("[]")
                && !key.equals("__proto__")
                && readsAsItIs(key);
    }

    static void requireKey(String key) {
        if (!canBeKey(key)) {
            throw new IllegalArgumentException("No key that .npmrc can hold as it is: " + Printable.name(key));
        }
    }

    private static boolean isFlag(String key, String value) {
        return key.substring(key.lastIndexOf(':') + 1).equals("always-auth")
                && (value.equals("true") || value.equals("false"));
    }

    private static boolean readsAsItIs(String text) {
        if (EnvExpansion.mayHoldVariable(text)) {
            return false;
        }
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            switch (Character.getType(codePoint)) {
                case Character.CONTROL,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE -> {
                    return false;
                }
                default -> {
                    if (codePoint == ';' || codePoint == '#') {
                        return false;
                    }
                }
            }
        }
        return !startsOrEndsWithQuote(text)
                && IniText.decode(text, 0, text.length()).equals(new IniValue.Text(text));
    }

    private static boolean startsOrEndsWithQuote(String text) {
        return !text.isEmpty() && (isQuote(text.charAt(0)) || isQuote(text.charAt(text.length() - 1)));
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    /** The line, without its end. */
    String line() {
        return key + "=" + value;
    }

    /** What npm reads from {@link #line()}. */
    IniValue readBack() {
        String line = line();
        return IniText.decodeValue(line, key.length() + 1, line.length());
    }

    /** Without the value. */
    @Override
    public String toString() {
        return key + "=***";
    }
}
