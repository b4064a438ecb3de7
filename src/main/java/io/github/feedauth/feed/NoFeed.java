package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.List;

/** That no feed is configured and none could be found, in the words of every goal. */
public final class NoFeed {
    private NoFeed() {}

    /**
     * The failure.
     *
     * @param looked what was looked at, a line each; empty where there was nothing to look at
     */
    public static FeedAuthFailure after(List<String> looked) {
        StringBuilder list = new StringBuilder();
        looked.stream().distinct().forEach(line -> list.append("\n  - ").append(line));
        return new FeedAuthFailure(
                "No feed is configured, and none of Azure Artifacts was found"
                        + (looked.isEmpty() ? "" : ". Looked at:" + list),
                looked.isEmpty() ? "parameters feed and feeds" : "",
                "Name it in the plugin's <configuration>: " + FeedExamples.URL
                        + ", or on the command line: -Dfeedauth.feed=URL");
    }
}
