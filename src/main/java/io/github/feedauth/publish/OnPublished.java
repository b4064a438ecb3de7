package io.github.feedauth.publish;

import io.github.feedauth.configure.Choice;

/** What to do where a version is taken. */
public enum OnPublished {
    /** The build fails. */
    FAIL,
    /** It is told, and the build goes on. */
    WARN,
    /** The build goes on, and a property tells that there is nothing to publish. */
    SKIP;

    /**
     * Reads the parameter {@code onPublished}.
     *
     * @throws io.github.feedauth.failure.FeedAuthFailure where it is none of the words
     */
    public static OnPublished parse(String text) {
        return Choice.parse(OnPublished.class, text, "onPublished");
    }
}
