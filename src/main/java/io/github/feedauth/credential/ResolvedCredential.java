package io.github.feedauth.credential;

/**
 * A feed's credential and where it came from.
 *
 * @param credential what npm will present
 * @param origin its source in words, for the log
 */
public record ResolvedCredential(Credential credential, String origin) {}
