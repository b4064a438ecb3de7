package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The feeds of one build, which fit together into one {@code .npmrc}.
 *
 * @param list in the order given
 */
public record Feeds(List<Feed> list) {

    /**
     * Checks that the feeds fit together.
     *
     * @throws FeedAuthFailure if two feeds claim the same registry key, or need different credentials at the same key prefix;
     *     the message names both
     */
    public Feeds {
        list = List.copyOf(list);
        Map<String, Feed> byRegistryKey = new HashMap<>();
        Map<NerfDart, Feed> byPrefix = new HashMap<>();
        for (Feed feed : list) {
            for (String key : feed.registryKeys()) {
                Feed other = byRegistryKey.putIfAbsent(key, feed);
                if (other != null) {
                    throw sameRegistryKey(key, other, feed);
                }
            }
            for (NerfDart prefix : feed.url().keyPrefixes()) {
                Feed other = byPrefix.putIfAbsent(prefix, feed);
                if (other != null && !sameCredential(other, feed)) {
                    throw differentCredentials(prefix, other, feed);
                }
            }
        }
    }

    private static boolean sameCredential(Feed one, Feed other) {
        return one.serverId().equals(other.serverId())
                && one.patEnvName().equals(other.patEnvName())
                && one.username().equals(other.username());
    }

    private static FeedAuthFailure sameRegistryKey(String key, Feed one, Feed other) {
        if (key.equals("registry")) {
            return new FeedAuthFailure(
                    "two feeds have no scopes, but npm has one registry for unscoped packages",
                    both(one, other),
                    "Give one of them scopes, for example <scopes><scope>@acme</scope></scopes>");
        }
        return new FeedAuthFailure(
                "the scope " + key.substring(0, key.indexOf(':'))
                        + " is given to two feeds, but npm looks a scope up in one",
                both(one, other),
                "Leave the scope with one of them");
    }

    private static FeedAuthFailure differentCredentials(NerfDart prefix, Feed one, Feed other) {
        return new FeedAuthFailure(
                "two feeds name different credentials, but npm's user file holds one for " + prefix,
                both(one, other),
                "Give both the same serverId, patEnvName and username");
    }

    private static String both(Feed one, Feed other) {
        return "feeds " + named(one) + " and " + named(other);
    }

    private static String named(Feed feed) {
        String scopes =
                String.join(", ", feed.scopes().stream().map(Scope::toString).toList());
        return feed.url() + (scopes.isEmpty() ? " (no scopes)" : " (" + scopes + ")");
    }
}
