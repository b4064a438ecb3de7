package io.github.feedauth.configure;

import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedOrigin;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.npmrc.OwnedLines;
import io.github.feedauth.npmrc.OwnedSetting;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of the project file: which registry serves which packages, and {@code always-auth} for a client that needs it. A feed
 * that was found in the project's file has its line there already, in the team's own spelling.
 */
record RegistryLines(LegacyKeys legacyKeys) {

    /** @param yarnClassic whether Yarn 1 is among the clients that read the file */
    OwnedLines of(Feeds feeds, boolean yarnClassic) {
        List<OwnedSetting> settings = new ArrayList<>();
        for (Feed feed : feeds.list()) {
            if (feed.origin() == FeedOrigin.PROJECT_FILE) {
                continue;
            }
            for (String key : feed.registryKeys()) {
                settings.add(new OwnedSetting(key, feed.url().text()));
            }
        }
        if (needsAlwaysAuth(feeds, yarnClassic)) {
            settings.add(new OwnedSetting("always-auth", "true"));
        }
        return OwnedLines.put(settings);
    }

    /** Yarn 1 sends a credential for unscoped packages only with it; npm 11 warns about it on every command. */
    private boolean needsAlwaysAuth(Feeds feeds, boolean yarnClassic) {
        return legacyKeys == LegacyKeys.ALWAYS || (legacyKeys == LegacyKeys.AUTO && yarnClassic && anyUnscoped(feeds));
    }

    private static boolean anyUnscoped(Feeds feeds) {
        for (Feed feed : feeds.list()) {
            if (feed.scopes().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
