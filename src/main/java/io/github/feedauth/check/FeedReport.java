package io.github.feedauth.check;

import io.github.feedauth.probe.Answer;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said of one registry.
 *
 * @param target the registry
 * @param sent the credential that npm would send
 * @param source the source that holds the same credential, in words
 * @param answer what the registry answered
 * @param findings what is wrong, the worst first
 */
public record FeedReport(
        Target target, Optional<SentCredential> sent, Optional<String> source, Answer answer, List<Finding> findings) {}
