package io.github.feedauth.npmrc;

import java.util.Optional;

/**
 * A line that an edit wrote.
 *
 * @param key as npm looks for it
 * @param value what it says; empty where that may be a secret
 * @param replaced the line that it took the place of, as it stood; empty where there was none, or where that may hold a secret
 */
public record WrittenLine(String key, Optional<String> value, Optional<String> replaced) {}
