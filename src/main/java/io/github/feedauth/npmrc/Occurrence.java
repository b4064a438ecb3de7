package io.github.feedauth.npmrc;

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

    /** Whether the line can hold a value that is put: every npm reads it, as a value and not as an item of a list. */
    boolean canStay() {
        return isPut() && at.forEveryNpm() && !at.assignment().appends();
    }

    /** Whether every npm reads the value that is to be put. */
    boolean readsAs(OwnedSetting setting, EnvExpansion environment) {
        IniValue value = at.assignment().value();
        if (!value.equals(setting.readBack())) {
            return value.text()
                    .map(JsWhitespace::trim)
                    .map(environment::expansions)
                    .filter(readings -> readings.stream().allMatch(setting.value()::equals))
                    .isPresent();
        }
        return true;
    }

    String shown() {
        return MaskedLine.removed(key(), at.assignment().value().asText());
    }
}
