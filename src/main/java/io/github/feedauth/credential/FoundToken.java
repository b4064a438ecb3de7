package io.github.feedauth.credential;

import java.util.Optional;

/**
 * A source's positive answer.
 *
 * @param token the checked token
 * @param userName the user name that the source holds beside it
 * @param origin the source in words, for the log: {@code settings.xml server 'Shared'}
 */
public record FoundToken(Token token, Optional<String> userName, String origin) {}
