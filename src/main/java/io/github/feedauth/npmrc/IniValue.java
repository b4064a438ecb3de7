package io.github.feedauth.npmrc;

import java.util.List;
import java.util.Optional;

/**
 * A value as npm's {@code ini} holds it. Single-quoted text goes through {@code JSON.parse}, so that any JSON value can stand
 * in a file.
 */
sealed interface IniValue {
    /** What ECMAScript's {@code String(value)} gives. */
    String asText();

    /** Whether ECMAScript takes the value for true. */
    boolean isTruthy();

    /** The text, where the value is text and nothing else. */
    default Optional<String> text() {
        return this instanceof Text text ? Optional.of(text.asText()) : Optional.empty();
    }

    record Text(String asText) implements IniValue {
        @Override
        public boolean isTruthy() {
            return !asText.isEmpty();
        }

        /** Compared for each standing line: the record's own would be put together at run time. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Text text && asText.equals(text.asText);
        }

        @Override
        public int hashCode() {
            return asText.hashCode();
        }
    }

    record Flag(boolean isTruthy) implements IniValue {
        @Override
        public String asText() {
            return Boolean.toString(isTruthy);
        }
    }

    record Null() implements IniValue {
        @Override
        public String asText() {
            return "null";
        }

        @Override
        public boolean isTruthy() {
            return false;
        }
    }

    record Numeric(double value) implements IniValue {
        @Override
        public String asText() {
            return JsNumber.text(value);
        }

        @Override
        public boolean isTruthy() {
            return value != 0;
        }
    }

    /** A list: JSON in single quotes, or several {@code key[]} lines. */
    record Items(List<IniValue> values) implements IniValue {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String asText() {
            StringBuilder text = new StringBuilder();
            String separator = "";
            for (IniValue value : values) {
                text.append(separator).append(value instanceof Null ? "" : value.asText());
                separator = ",";
            }
            return text.toString();
        }

        @Override
        public boolean isTruthy() {
            return true;
        }
    }

    /** An object: JSON in single quotes, or a section. What is in it is never asked for. */
    record Mapping() implements IniValue {
        @Override
        public String asText() {
            return "[object Object]";
        }

        @Override
        public boolean isTruthy() {
            return true;
        }
    }
}
