package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an Azure Artifacts feed's URL says of the feed. Names are plain, not percent-encoded.
 *
 * @param deployment Microsoft's hosts, or a Server of one's own
 * @param owner the organization; on a Server the collection, with the virtual directory before it ({@code
 *     tfs/DefaultCollection}), and empty where a reverse proxy hides both
 * @param project empty for the feed of a whole organization or collection, and where a Server's URL does not tell
 * @param name the feed's name, without its view
 * @param view the view, such as {@code Release}
 * @param base the URL that {@code /_packaging/} or {@code /_apis/} follows, ending with a slash
 */
public record AzureFeed(
        Deployment deployment,
        String owner,
        Optional<String> project,
        String name,
        Optional<String> view,
        WebUrl base) {
    /** What Azure DevOps takes for a user name beside a PAT: any, as long as it is not empty. */
    public static final String ANY_USER_NAME = "AzureDevOps";

    static final String DEFAULT_COLLECTION = "DefaultCollection";

    /** The feed that a registry URL addresses; empty where the URL is not in Azure's grammar. */
    public static Optional<AzureFeed> of(RegistryUrl registry) {
        Optional<PackagingPath> path = PackagingPath.of(registry.url());
        return path.isPresent() && path.get().isNpmRegistry() ? of(registry, path.get()) : Optional.empty();
    }

    private static Optional<AzureFeed> of(RegistryUrl registry, PackagingPath path) {
        List<String> names = new ArrayList<>();
        for (String segment : path.prefix()) {
            names.add(PathEncoding.decode(segment).orElse(segment));
        }
        Optional<FeedAndView> feed = FeedAndView.of(path.feed());
        return feed.isPresent()
                ? Optional.of(of(registry, names, isProjectScoped(registry.url(), names), feed.get()))
                : Optional.empty();
    }

    private static AzureFeed of(RegistryUrl registry, List<String> names, boolean projectScoped, FeedAndView feed) {
        List<String> owner = projectScoped ? names.subList(0, names.size() - 1) : names;
        WebUrl url = registry.url();
        return new AzureFeed(
                Deployment.of(url),
                ownerOf(url, owner),
                projectScoped ? Optional.of(names.get(names.size() - 1)) : Optional.empty(),
                feed.feed(),
                feed.view(),
                baseOf(url, names.size()));
    }

    /** The feed of elements that say themselves whether there is a project. */
    static AzureFeed known(RegistryUrl registry, Optional<String> project, FeedAndView feed) {
        PackagingPath path = PackagingPath.of(registry.url()).orElseThrow();
        List<String> names = path.prefix().stream()
                .map(segment -> PathEncoding.decode(segment).orElseThrow())
                .toList();
        return of(registry, names, project.isPresent(), feed);
    }

    private static String ownerOf(WebUrl url, List<String> names) {
        if (AzureHosts.isLegacyFeeds(url.host())) {
            return url.host().substring(0, url.host().indexOf('.'));
        }
        return String.join("/", names);
    }

    private static WebUrl baseOf(WebUrl url, int segments) {
        StringBuilder path = new StringBuilder("/");
        for (String segment : url.segments().subList(0, segments)) {
            path.append(segment).append('/');
        }
        return url.withPath(path.toString());
    }

    /**
     * Whether the last name before {@code _packaging} is a project. On a Server two names are ambiguous; what is not clearly a
     * project's counts as a collection's, because its user name is right for both.
     */
    private static boolean isProjectScoped(WebUrl url, List<String> names) {
        int count = names.size();
        if (AzureHosts.isLegacyFeeds(url.host())) {
            return count > 0 && !(count == 1 && names.get(0).equalsIgnoreCase(DEFAULT_COLLECTION));
        }
        if (Deployment.of(url) == Deployment.SERVICES || count < 2) {
            return count == 2;
        }
        return count > 2 || names.get(0).equalsIgnoreCase(DEFAULT_COLLECTION);
    }

    /**
     * The user name to send where none is given. Azure ignores it, except that a Server's documentation asks for {@code
     * DefaultCollection} on a collection's feed; any name works on a project's.
     */
    public String defaultUserName() {
        return deployment == Deployment.SERVER && project.isEmpty() ? DEFAULT_COLLECTION : ANY_USER_NAME;
    }

    /**
     * Whether a Maven repository is this feed: the same host, port and path prefix, the same name, and either no view or the
     * same one. Names are compared ignoring case, as Azure does. A malformed URL is no twin.
     */
    public boolean isTwinMavenRepository(String mavenUrl) {
        return parseQuietly(mavenUrl).filter(this::isTwin).isPresent();
    }

    private boolean isTwin(WebUrl maven) {
        Optional<PackagingPath> path = PackagingPath.of(maven).filter(PackagingPath::isMaven);
        Optional<FeedAndView> feed = path.flatMap(p -> FeedAndView.of(p.feed()));
        return feed.isPresent()
                && maven.hostAndPort().equals(base.hostAndPort())
                && baseOf(maven, path.get().prefix().size()).path().equalsIgnoreCase(base.path())
                && feed.get().feed().equalsIgnoreCase(name)
                && feed.get().view().map(this::isView).orElse(true);
    }

    private boolean isView(String other) {
        return view.filter(other::equalsIgnoreCase).isPresent();
    }

    /**
     * The npm registry of the feed that a Maven repository URL, {@code …/_packaging/{feed}/maven/v1}, addresses; empty for any
     * other URL. It may be on any host: who discovers a feed this way must see to it that the host may have the credential.
     */
    public static Optional<RegistryUrl> npmTwinOfMaven(String mavenUrl) {
        return npmTwin(mavenUrl, PackagingPath::isMaven);
    }

    /**
     * The npm registry of the feed that the URL of any of its protocols addresses, such as {@code
     * …/_packaging/{feed}/nuget/v3/index.json}; empty for any other URL.
     */
    public static Optional<RegistryUrl> npmTwinOf(String packagingUrl) {
        return npmTwin(packagingUrl, path -> !path.protocol().isEmpty());
    }

    private static Optional<RegistryUrl> npmTwin(String address, Predicate<PackagingPath> protocol) {
        return parseQuietly(address)
                .flatMap(url -> PackagingPath.of(url)
                        .filter(protocol)
                        .flatMap(path ->
                                registryQuietly(url.withPath(PackagingPath.npmRegistry(path.prefix(), path.feed()))
                                        .text())));
    }

    /**
     * Whether the feed belongs to an organization or collection.
     *
     * @param collectionUri as a pipeline names it: {@code https://dev.azure.com/contoso/}, {@code
     *     https://contoso.visualstudio.com/}, or a Server's {@code https://tfs.example.com/tfs/DefaultCollection/}
     */
    public boolean isIn(String collectionUri) {
        Optional<String> organization = FeedOwner.organizationOfUrl(collectionUri);
        if (organization.isPresent()) {
            return new RegistryUrl(base).isOnAzuresOwnHost()
                    && organization.get().equalsIgnoreCase(owner);
        }
        return deployment == Deployment.SERVER
                && parseQuietly(collectionUri).filter(this::isInCollection).isPresent();
    }

    private boolean isInCollection(WebUrl collection) {
        String path = collection.path().endsWith("/") ? collection.path() : collection.path() + "/";
        return !path.equals("/")
                && collection.scheme().equals(base.scheme())
                && collection.hostAndPort().equals(base.hostAndPort())
                && base.path().regionMatches(true, 0, path, 0, path.length());
    }

    private static Optional<WebUrl> parseQuietly(String url) {
        try {
            return Optional.of(WebUrl.parse(url, "Maven repository"));
        } catch (FeedAuthFailure notAWebUrl) {
            return Optional.empty();
        }
    }

    private static Optional<RegistryUrl> registryQuietly(String url) {
        try {
            return Optional.of(RegistryUrl.parse(url, "Maven repository"));
        } catch (FeedAuthFailure notARegistry) {
            return Optional.empty();
        }
    }
}
