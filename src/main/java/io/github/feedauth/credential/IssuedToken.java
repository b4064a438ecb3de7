package io.github.feedauth.credential;

import java.time.Instant;

/**
 * A token of Entra.
 *
 * @param secret the token
 * @param expires when it stops working
 */
public record IssuedToken(Secret secret, Instant expires) {
    /** The scope to ask for: Azure DevOps as Entra knows it. */
    static final String RESOURCE = "499b84ac-1321-427f-aa17-267ca6975798";
}
