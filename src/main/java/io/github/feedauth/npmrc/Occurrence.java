package io.github.feedauth.npmrc;

import java.util.Optional;

/**
 * A line of the file that is one of ours.
 *
 * @param at the line
 * @param owned the key of ours that it is
 */
record Occurrence(TopLevelLine at, Ownership.Owned owned) {
    int line() {
        return at.line();
    }

    String key() {
        return owned.key();
    }

    boolean isPut() {
        return owned.setting().isPresent();
    }

    /** Whether the line can hold a value that is put: every npm reads it as this key, and not as an item of a list. */
    boolean canStay(EnvExpansion environment) {
        return isPut()
                && at.forEveryNpm()
                && !at.assignment().appends()
                && everyNpmReads(at.assignment().key(), key(), environment);
    }

    /** Whether every npm reads the value that is to be put. */
    boolean readsAs(OwnedSetting setting, EnvExpansion environment) {
        IniValue value = at.assignment().value();
        Optional<String> text = value.text();
        return value.equals(setting.readBack())
                || (text.isPresent() && everyNpmReads(JsWhitespace.trim(text.get()), setting.value(), environment));
    }

    private static boolean everyNpmReads(String text, String wanted, EnvExpansion environment) {
        for (String expansion : environment.expansions(text)) {
            if (!expansion.equals(wanted)) {
                return false;
            }
        }
        return true;
    }

    /** What was done to the line, with the value that it had, unless its key is one for secrets. */
    WrittenLine account(WrittenLine line) {
        String value = at.assignment().value().asText();
        return MaskedLine.isForSecret(key()) ? line : line.insteadOf(JsWhitespace.trim(value));
    }

    /** Whether the line's value is known to be no secret. */
    boolean isShownWhole() {
        return MaskedLine.canShow(key(), at.assignment().value().asText());
    }

    String shown() {
        return MaskedLine.removed(key(), at.assignment().value().asText());
    }
}
