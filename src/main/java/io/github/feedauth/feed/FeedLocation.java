package io.github.feedauth.feed;

import java.util.Optional;

/**
 * Where a feed is.
 *
 * @param url its npm registry
 * @param azure what is known of it as an Azure Artifacts feed; empty for any other registry
 */
public record FeedLocation(RegistryUrl url, Optional<AzureFeed> azure) {

    /** The location that a registry URL gives by itself. */
    public static FeedLocation of(RegistryUrl url) {
        return new FeedLocation(url, AzureFeed.of(url));
    }
}
