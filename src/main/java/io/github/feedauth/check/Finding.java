package io.github.feedauth.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Something that a user should know of, in the words of a report. It never holds a secret.
 *
 * @param code what kind it is
 * @param place where it stands; empty where it is not in one place
 * @param message what it is and what it does, a sentence without a full stop
 * @param cure what to do about it, a sentence without a full stop
 * @param severity how bad it is
 */
public record Finding(Code code, Optional<Place> place, String message, String cure, Severity severity) {

    /** One that is as bad as its code says. */
    public Finding(Code code, Optional<Place> place, String message, String cure) {
        this(code, place, message, cure, code.severity());
    }

    static Finding of(Code code, Place place, String message, String cure) {
        return new Finding(code, Optional.of(place), message, cure);
    }

    static Finding of(Code code, String message, String cure) {
        return new Finding(code, Optional.empty(), message, cure);
    }

    /** The same findings, each once; what others may come of before all others. */
    static List<Finding> worstFirst(List<Finding> findings) {
        List<Finding> sorted = new ArrayList<>(new LinkedHashSet<>(findings));
        sorted.sort(
                Comparator.comparing((Finding finding) -> !finding.isCause()).thenComparing(Finding::severity));
        return List.copyOf(sorted);
    }

    /** The same findings in the same order, but what others may come of before all others. */
    static List<Finding> causesFirst(Collection<Finding> findings) {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparing(finding -> !finding.isCause()));
        return List.copyOf(sorted);
    }

    /** The same as a warning, where it is not as bad as the code says. */
    Finding asWarning() {
        return new Finding(code, place, message, cure, Severity.WARNING);
    }

    /** Whether it makes npm miss a whole file, so that other findings may come of it. */
    boolean isCause() {
        return code.isCause() && severity == code.severity();
    }
}
