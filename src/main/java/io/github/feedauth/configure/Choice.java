package io.github.feedauth.configure;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the value of a parameter that is one of a few words. */
public final class Choice {
    private Choice() {}

    /**
     * Reads it.
     *
     * @param choices the enum whose constants, in lower case and with hyphens, are the words
     * @param text what the user wrote
     * @param parameter the parameter's name
     * @throws FeedAuthFailure where it is none of them
     */
    public static <E extends Enum<E>> E parse(Class<E> choices, String text, String parameter) {
        for (E choice : choices.getEnumConstants()) {
            if (word(choice).equals(text.strip())) {
                return choice;
            }
        }
        throw new FeedAuthFailure(
                "'" + Printable.name(text) + "' is not a value of this parameter",
                "parameter " + parameter,
                "Use one of: "
                        + Arrays.stream(choices.getEnumConstants())
                                .map(Choice::word)
                                .collect(Collectors.joining(", ")));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
