package io.github.feedauth.check;

import io.github.feedauth.feed.AzureFeed;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.RegistryUrl;
import java.util.List;
import java.util.Optional;

/**
 * A registry to check.
 *
 * @param url its URL
 * @param lines the settings that point npm at it
 * @param feed the feed that the user declared for it
 */
public record Target(RegistryUrl url, List<Setting> lines, Optional<Feed> feed) {

    /** What is known of it as an Azure feed. */
    Optional<AzureFeed> azure() {
        return feed.isPresent() ? feed.get().azure() : AzureFeed.of(url);
    }

    /** Whether it is one that wants a credential, as far as its address tells. */
    boolean wantsCredential() {
        return feed.isPresent() || azure().isPresent();
    }
}
