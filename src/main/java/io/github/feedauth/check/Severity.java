package io.github.feedauth.check;

import java.util.List;

/** How bad a finding is. */
public enum Severity {
    /** npm will not get in, or fails whatever it is asked. */
    ERROR,
    /** It may go wrong, with some client or some day; or it could not be told. */
    WARNING,
    /** Good to know. */
    INFO;

    /** How many of the findings are that bad. */
    long among(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.severity() == this).count();
    }
}
