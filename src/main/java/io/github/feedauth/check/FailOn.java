package io.github.feedauth.check;

import io.github.feedauth.configure.Choice;
import java.util.List;

/** From which findings on the build fails. */
public enum FailOn {
    ERROR,
    WARNING,
    NEVER;

    /**
     * Reads the parameter {@code failOn}.
     *
     * @throws io.github.feedauth.failure.FeedAuthFailure where it is none of the words
     */
    public static FailOn parse(String text) {
        return Choice.parse(FailOn.class, text, "failOn");
    }

    /** Whether these make it fail. */
    public boolean isMetBy(List<Finding> findings) {
        return findings.stream().map(Finding::severity).anyMatch(this::isMetBy);
    }

    private boolean isMetBy(Severity severity) {
        return switch (this) {
            case ERROR -> severity == Severity.ERROR;
            case WARNING -> severity != Severity.INFO;
            case NEVER -> false;
        };
    }
}
