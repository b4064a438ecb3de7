package io.github.feedauth.probe;

import java.util.Optional;

/** What a feed's answer to a credential means. */
public sealed interface Answer {
    /** The feed took it. */
    record Accepted() implements Answer {}

    /**
     * 401: the credential is missing, wrong, expired or revoked.
     *
     * @param tenant the Entra tenant that the feed's organization belongs to, where the answer tells
     */
    record Rejected(Optional<String> tenant) implements Answer {}

    /**
     * A page for people instead of an answer to a program: the credential was not taken.
     *
     * @param host where the answer leads to; empty where it is the page itself
     */
    record SignInPage(Optional<String> host) implements Answer {}

    /** 403: the feed knows who asks, and does not let them. */
    record NoRight() implements Answer {}

    /** 404: there is no such feed. */
    record NoSuchFeed() implements Answer {}

    /**
     * 429: too many requests.
     *
     * @param retryAfter how long to wait, as the feed says
     */
    record RateLimited(Optional<String> retryAfter) implements Answer {}

    /** 5xx: the server failed. */
    record ServerFault(int status) implements Answer {}

    /**
     * Whether the credential is right could not be told.
     *
     * @param why a sentence without a full stop
     * @param cure what to do about it, a sentence without a full stop
     */
    record Unknown(String why, String cure) implements Answer {}

    /**
     * The feed was not asked.
     *
     * @param why in a few words
     */
    record NotAsked(String why) implements Answer {}
}
