package io.github.feedauth.client;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.npmrc.EnvExpansion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What npm takes before the registry lines of its files: its command line, to which frontend-maven-plugin adds its {@code
 * npmRegistryURL}, and the environment. npm would ask there, in silence, for packages of the feed.
 *
 * @param environment the variables of the environment that npm will run in
 * @param npmRegistryUrls those of frontend-maven-plugin's executions, by their ids; expressions that only a running build can
 *     resolve are let pass
 */
public record RegistryOverrides(Map<String, String> environment, Map<String, String> npmRegistryUrls) {
    private static final String NPMS = "npm_config_";

    /** Yarn 1 takes one of these before a line of {@code .npmrc} and before a variable of npm's: measured with 1.22.22. */
    private static final String YARNS = "yarn_";

    /**
     * A sentence, with the cure, for each that names another registry than the feed.
     *
     * @param frontEnds where the clients run: Yarn 2 and newer takes no notice of any of this
     */
    public List<String> warnings(List<FrontEnd> frontEnds, Feeds feeds) {
        List<String> warnings = new ArrayList<>();
        if (!anyReadsNpmrc(frontEnds)) {
            return warnings;
        }
        List<String> prefixes = FrontEnd.anyYarnClassic(frontEnds) ? List.of(NPMS, YARNS) : List.of(NPMS);
        for (Feed feed : feeds.list()) {
            for (String key : feed.registryKeys()) {
                for (String prefix : prefixes) {
                    lookAtVariables(prefix + key, feed, warnings);
                }
            }
            if (feed.scopes().isEmpty()) {
                lookAtArguments(feed, warnings);
            }
        }
        return warnings;
    }

    private static boolean anyReadsNpmrc(List<FrontEnd> frontEnds) {
        for (FrontEnd frontEnd : frontEnds) {
            if (!frontEnd.isBerry()) {
                return true;
            }
        }
        return false;
    }

    private void lookAtVariables(String wanted, Feed feed, List<String> warnings) {
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (variable.getKey().equalsIgnoreCase(wanted) && isOther(variable.getValue(), feed)) {
                warnings.add("The environment variable " + Printable.name(variable.getKey())
                        + " comes before the registry lines of .npmrc, and is not the feed "
                        + feed.url().text()
                        + ". Remove it");
            }
        }
    }

    private void lookAtArguments(Feed feed, List<String> warnings) {
        for (Map.Entry<String, String> execution : npmRegistryUrls.entrySet()) {
            if (!execution.getValue().contains("${") && isOther(execution.getValue(), feed)) {
                warnings.add("The npmRegistryURL of frontend-maven-plugin (" + Printable.name(execution.getKey())
                        + ") comes before the registry lines of .npmrc, and is not the feed "
                        + feed.url().text()
                        + ". Remove it");
            }
        }
    }

    private boolean isOther(String value, Feed feed) {
        String text = new EnvExpansion(environment).expand(value.strip());
        if (text.isEmpty()) {
            return false;
        }
        try {
            return !RegistryUrl.parse(text, "registry").isSameFeed(feed.url());
        } catch (FeedAuthFailure noRegistry) {
            return true;
        }
    }
}
