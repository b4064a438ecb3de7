package io.github.feedauth.credential;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.AzureFeed;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.UserNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources in their order: the first that answers is the one used, and the rest are not asked. */
public final class CredentialChain {
    private final List<CredentialSource> sources;
    private final Supplier<List<CredentialSource>> further;
    private final Optional<Consumer<Credential>> found;
    private final Consumer<String> warnings;

    /** @param sources the sources, first asked first */
    public CredentialChain(List<CredentialSource> sources) {
        this(sources, List::of, Optional.empty(), warning -> {});
    }

    /**
     * Puts the sources in their order.
     *
     * @param sources the sources, first asked first
     * @param further the sources after them, made only where none of the first answers
     * @param found takes each credential before it is used, where somebody has to know it
     * @param warnings takes what is wrong with a source that was not asked
     */
    public CredentialChain(
            List<CredentialSource> sources,
            Supplier<List<CredentialSource>> further,
            Optional<Consumer<Credential>> found,
            Consumer<String> warnings) {
        this.found = found;
        this.warnings = warnings;
        this.sources = List.copyOf(sources);
        this.further = further;
    }

    /**
     * Finds the feed's credential. A JWT becomes Bearer; anything else becomes Basic, with the feed's user name, else the source's,
     * else the one documented for the feed's kind.
     *
     * @throws FeedAuthFailure where no source has one, with every source that was asked and how to fill it; or where the source
     *     that is meant holds something unusable
     */
    public ResolvedCredential resolve(Feed feed) {
        Optional<ResolvedCredential> resolved = ask(sources, feed);
        if (resolved.isEmpty()) {
            List<CredentialSource> rest = further.get();
            resolved = ask(rest, feed);
            if (resolved.isEmpty()) {
                throw nothing(feed, rest);
            }
        }
        if (found.isPresent()) {
            found.get().accept(resolved.get().credential());
        }
        return resolved.get();
    }

    /** Where a user would put the feed's token so that it is found, the first that is asked first. */
    public List<String> places(Feed feed) {
        return sources.stream().flatMap(source -> source.places(feed).stream()).toList();
    }

    private Optional<ResolvedCredential> ask(List<CredentialSource> sources, Feed feed) {
        for (int i = 0; i < sources.size(); i++) {
            CredentialSource source = sources.get(i);
            if (feed.isVouchedFor() || source.vouchesFor(feed)) {
                Optional<FoundToken> found = source.ask(feed);
                if (found.isPresent()) {
                    tellUnnoticed(
                            sources.subList(i + 1, sources.size()),
                            feed,
                            found.get().origin());
                    return Optional.of(new ResolvedCredential(
                            credential(feed, found.get()), found.get().origin()));
                }
            }
        }
        return Optional.empty();
    }

    private void tellUnnoticed(List<CredentialSource> rest, Feed feed, String origin) {
        for (CredentialSource source : rest) {
            Optional<String> wrong = source.unnoticed(feed);
            if (wrong.isPresent()) {
                warnings.accept(wrong.get() + "; the credential of "
                        + feed.url().text() + " comes from " + origin + ". Correct serverId, or add that server");
            }
        }
    }

    private FeedAuthFailure nothing(Feed feed, List<CredentialSource> rest) {
        if (!feed.isVouchedFor()) {
            String host = feed.url().url().hostAndPort();
            return new FeedAuthFailure(
                    "The feed " + feed.url().text() + " was found, not configured, and " + host
                            + " is none of Azure's own hosts: no credential goes there",
                    "",
                    "Name the feed in the plugin's <configuration>, or let the <server> in settings.xml that has its"
                            + " password name the host: <configuration><hosts>" + host + "</hosts></configuration>");
        }
        return new FeedAuthFailure(
                "No credential for the feed " + feed.url().text() + ". Asked, in this order:"
                        + Stream.concat(sources.stream(), rest.stream())
                                .flatMap(source -> source.remedies(feed).stream())
                                .map(remedy -> "\n  - " + remedy)
                                .collect(Collectors.joining()),
                "",
                "Fill one of these with a PAT that has the scope Packaging (read), or read & write to publish");
    }

    private static Credential credential(Feed feed, FoundToken found) {
        if (found.token().jwt()) {
            return new Credential.Bearer(found.token().secret());
        }
        return new Credential.Basic(userName(feed, found), found.token().secret());
    }

    private static String userName(Feed feed, FoundToken found) {
        if (found.userName().isPresent()) {
            UserNames.check(found.userName().get(), found.origin());
        }
        if (feed.username().isPresent()) {
            return feed.username().get();
        }
        String byKind = feed.azure().isPresent() ? feed.azure().get().defaultUserName() : AzureFeed.ANY_USER_NAME;
        return found.userName().orElse(byKind);
    }
}
