package io.github.feedauth.store;

/** What a commit did to a file. */
public enum Change {
    /** There was none before. */
    CREATED,
    /** Its bytes are new. */
    REPLACED,
    /** It is gone. */
    REMOVED,
    /** It had these bytes already and was not written; at most its mode was tightened. */
    UNCHANGED
}
