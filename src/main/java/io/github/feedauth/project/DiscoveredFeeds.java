package io.github.feedauth.project;

import io.github.feedauth.feed.Feeds;
import java.util.List;

/**
 * The feeds of a module that configures none.
 *
 * @param feeds those that were found
 * @param reasons for each, a sentence that says which it is and why it was chosen
 */
public record DiscoveredFeeds(Feeds feeds, List<String> reasons) {}
