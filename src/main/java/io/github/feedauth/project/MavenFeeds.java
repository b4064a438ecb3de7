package io.github.feedauth.project;

import io.github.feedauth.credential.MavenRepository;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.AzureFeed;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedOrigin;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.RegistryUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The npm sides of the Azure feeds among a module's Maven repositories. */
final class MavenFeeds {
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();
    private final Predicate<String> hasServer;

    private record Candidate(RegistryUrl registry, MavenRepository repository) {
        @Override
        public String toString() {
            return registry + ": " + named(repository);
        }
    }

    MavenFeeds(List<MavenRepository> repositories, Predicate<String> hasServer) {
        this.hasServer = hasServer;
        for (MavenRepository repository : repositories) {
            AzureFeed.npmTwinOfMaven(repository.url())
                    .ifPresentOrElse(
                            twin -> candidates.add(new Candidate(twin, repository)),
                            // Its address is not shown: it may hold a password.
                            () -> passedOver.add(named(repository) + ": not a feed of Azure Artifacts"));
        }
    }

    private static String named(MavenRepository repository) {
        return "Maven repository '" + Printable.name(repository.id()) + "' in " + repository.place();
    }

    /** What was looked at and is no Azure feed. */
    List<String> passedOver() {
        return passedOver;
    }

    /**
     * The one feed, with the server of the first of its repositories that has one.
     *
     * @throws FeedAuthFailure where there are several
     */
    Optional<DiscoveredFeeds> found() {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Candidate first = candidates.get(0);
        Optional<String> serverId = Optional.empty();
        for (Candidate candidate : candidates) {
            if (!candidate.registry().isSameFeed(first.registry())) {
                throw FeedDiscovery.several(
                        candidates.stream().map(Candidate::toString).toList());
            }
            String id = candidate.repository().id();
            serverId = serverId.isEmpty() && hasServer.test(id) ? Optional.of(id) : serverId;
        }
        Feed feed = Feed.found(first.registry(), List.of(), serverId, FeedOrigin.MAVEN_REPOSITORY);
        return Optional.of(new DiscoveredFeeds(
                new Feeds(List.of(feed)),
                List.of("No feed is configured; chosen is " + first.registry() + ", the npm side of "
                        + named(first.repository()))));
    }
}
