package io.github.feedauth.project;

import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.credential.MavenRepository;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.FeedExamples;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.NoFeed;
import io.github.feedauth.npmrc.NpmrcDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds the feeds of a module that configures none: the Azure registry lines of its project files; else the one Azure feed among
 * its Maven repositories, as its npm side.
 */
public final class FeedDiscovery {
    private final Function<FrontEnd, Optional<NpmrcDocument>> projectFile;
    private final List<MavenRepository> repositories;
    private final Predicate<String> hasServer;
    private final boolean allowInsecureHttp;

    /**
     * Takes what there is to look at.
     *
     * @param projectFile reads the project's {@code .npmrc} of a front end; empty where there is none
     * @param repositories the Maven repositories of the module, with mirrors
     * @param hasServer whether an id is that of a server that a feed found by a Maven repository may take
     * @param allowInsecureHttp whether a feed may be plain http on another machine
     */
    public FeedDiscovery(
            Function<FrontEnd, Optional<NpmrcDocument>> projectFile,
            List<MavenRepository> repositories,
            Predicate<String> hasServer,
            boolean allowInsecureHttp) {
        this.projectFile = projectFile;
        this.repositories = List.copyOf(repositories);
        this.hasServer = hasServer;
        this.allowInsecureHttp = allowInsecureHttp;
    }

    /**
     * Looks.
     *
     * @throws FeedAuthFailure where there is none, or more than one can be meant, with all that was looked at; or where the one
     *     found is plain http without leave
     */
    public DiscoveredFeeds find(List<FrontEnd> frontEnds) {
        ProjectFileFeeds lines = new ProjectFileFeeds();
        for (FrontEnd frontEnd : frontEnds) {
            projectFile.apply(frontEnd).ifPresent(document -> lines.read(frontEnd.projectFile(), document));
        }
        MavenFeeds maven = new MavenFeeds(repositories, hasServer);
        DiscoveredFeeds found = lines.found()
                .or(maven::found)
                .orElseThrow(() -> nothing(frontEnds, lines.passedOver(), maven.passedOver()));
        requireSecure(found.feeds());
        return found;
    }

    private void requireSecure(Feeds feeds) {
        feeds.list().forEach(feed -> feed.url().requireSecure(allowInsecureHttp, "no feed is configured; found"));
    }

    private static FeedAuthFailure nothing(List<FrontEnd> frontEnds, List<String> lines, List<String> repositories) {
        List<String> looked = new ArrayList<>();
        if (lines.isEmpty()) {
            for (FrontEnd frontEnd : frontEnds) {
                looked.add(frontEnd.projectFile() + ": not there, or without a registry line");
            }
        }
        looked.addAll(lines);
        looked.addAll(repositories);
        return NoFeed.after(looked);
    }

    static FeedAuthFailure several(List<String> candidates) {
        return new FeedAuthFailure(
                "No feed is configured, and more than one can be meant:" + list(candidates),
                "",
                "Name the one for npm in the plugin's <configuration>: " + FeedExamples.URL);
    }

    private static String list(List<String> lines) {
        StringBuilder list = new StringBuilder();
        lines.stream().distinct().forEach(line -> list.append("\n  - ").append(line));
        return list.toString();
    }
}
