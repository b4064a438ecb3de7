package io.github.feedauth.npmrc;

import java.util.Optional;

/**
 * What an edit did to a line of ours.
 *
 * @param kind whether the line is new, took the place of another, or is gone
 * @param key as npm looks for it
 * @param value what it says now; empty where that may be a secret, and for a line that is gone
 * @param before the line that stood there, as it stood, of a line that is gone with its line end; empty where there was none, or
 *     where that may hold a secret
 * @param was the value of the line that stood there, as its client reads it, to tell whether that was one of ours. Somebody may have
 *     put a secret there, so that it is neither shown nor put on record; empty where there was no line, where the value is a secret of
 *     ours, and for what is read from a record
 * @param at how many lines stood before a line that is gone; 0 for others
 */
public record WrittenLine(
        Kind kind, String key, Optional<String> value, Optional<String> before, Optional<String> was, int at) {
    /** What happened. */
    public enum Kind {
        /** There was no such line. */
        NEW,
        /** It took the place of a line of the same key. */
        REPLACED,
        /** It was removed. */
        REMOVED
    }

    /** A line that was not there. */
    public static WrittenLine fresh(String key, Optional<String> value) {
        return new WrittenLine(Kind.NEW, key, value, Optional.empty(), Optional.empty(), 0);
    }

    /** A line in the place of another. */
    public static WrittenLine replaced(String key, Optional<String> value, Optional<String> before) {
        return new WrittenLine(Kind.REPLACED, key, value, before, Optional.empty(), 0);
    }

    /** A line that went. */
    public static WrittenLine removed(String key, Optional<String> before, int at) {
        return new WrittenLine(Kind.REMOVED, key, Optional.empty(), before, Optional.empty(), at);
    }

    /** This, of a line that said that. */
    public WrittenLine insteadOf(String said) {
        return new WrittenLine(kind, key, value, before, Optional.of(said), at);
    }

    /** This, without what the line said that stood there. */
    public WrittenLine onRecord() {
        return new WrittenLine(kind, key, value, before, Optional.empty(), at);
    }

    /** Whether it went. */
    public boolean isRemoved() {
        return kind == Kind.REMOVED;
    }

    /** Whether something stood there that nobody has kept. */
    public boolean isWithheld() {
        return kind != Kind.NEW && before.isEmpty();
    }

    /** Without {@link #was}. */
    @Override
    public String toString() {
        return kind + " " + key + " value=" + value + " before=" + before + " at=" + at;
    }
}
