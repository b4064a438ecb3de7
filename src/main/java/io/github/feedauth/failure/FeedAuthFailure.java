package io.github.feedauth.failure;

import java.util.Locale;
import java.util.Objects;

/**
 * Something the user can mend: what is wrong, where it stands, and the next step.
 *
 * <p>The goals translate it, in one place, into Maven's {@code MojoFailureException}. A message never holds a secret: whoever
 * throws names the parameter, variable, server or file that holds the value instead. Control characters in any part are
 * escaped, so that a name from a POM or an environment cannot forge lines or colours in the log.
 */
public final class FeedAuthFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String where;
    private final String nextStep;

    /**
     * @param what what is wrong, a sentence without a full stop
     * @param where the parameter, variable, server or file that it stands in; empty where {@code what} lists several
     * @param nextStep what to do about it, a sentence without a full stop
     */
    public FeedAuthFailure(String what, String where, String nextStep) {
        this(what, where, nextStep, null);
    }

    /**
     * @param what what is wrong, a sentence without a full stop
     * @param where the parameter, variable, server or file that it stands in; empty where {@code what} lists several
     * @param nextStep what to do about it, a sentence without a full stop
     * @param cause why, where an exception says more; its message must be free of secrets, since {@code -e} prints it
     */
    public FeedAuthFailure(String what, String where, String nextStep, Throwable cause) {
        super(message(what, where, nextStep), cause);
        this.what = Objects.requireNonNull(what);
        this.where = Objects.requireNonNull(where);
        this.nextStep = Objects.requireNonNull(nextStep);
    }

    private static String message(String what, String where, String nextStep) {
        String place = where.isEmpty() ? "\n" : " (" + where + "). ";
        return Printable.text(capitalised(what) + place + capitalised(nextStep) + ".");
    }

    private static String capitalised(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** What is wrong. */
    public String what() {
        return what;
    }

    /** The parameter, variable, server or file that it stands in. */
    public String where() {
        return where;
    }

    /** What to do about it. */
    public String nextStep() {
        return nextStep;
    }
}
