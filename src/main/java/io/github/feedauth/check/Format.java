package io.github.feedauth.check;

import io.github.feedauth.configure.Choice;

/** How a report is written. */
public enum Format {
    TEXT,
    JSON;

    /**
     * Reads the parameter {@code format}.
     *
     * @throws io.github.feedauth.failure.FeedAuthFailure where it is none of the words
     */
    public static Format parse(String text) {
        return Choice.parse(Format.class, text, "format");
    }
}
