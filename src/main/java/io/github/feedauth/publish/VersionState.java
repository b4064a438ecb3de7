package io.github.feedauth.publish;

import io.github.feedauth.probe.Answer;

/** What a registry knows of one version of a package. */
sealed interface VersionState {
    /** Nothing: it can be published. */
    record Free() implements VersionState {}

    /** It is there. */
    record Published() implements VersionState {}

    /**
     * It was there; its number is never free again.
     *
     * @param recycled whether it still is in the feed's recycle bin
     */
    record Deleted(boolean recycled) implements VersionState {}

    /** The registry did not let us see. */
    record Refused(Answer answer) implements VersionState {}
}
