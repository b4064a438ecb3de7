package io.github.feedauth.check;

import io.github.feedauth.failure.FeedAuthFailure;

/** That a setting of Yarn's is there but can't be told; its message has no value. */
public final class YarnTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    YarnTrouble(Code code, Place place, String what, String cure) {
        super(what);
        this.finding = Finding.of(code, place, what, cure);
    }

    /** For a report. */
    Finding finding() {
        return finding;
    }

    /** For whoever can't do without the setting. */
    public FeedAuthFailure failure() {
        return new FeedAuthFailure(
                finding.message(), finding.place().orElseThrow().toString(), finding.cure());
    }
}
