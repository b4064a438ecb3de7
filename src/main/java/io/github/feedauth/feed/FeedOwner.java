package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.List;
import java.util.Optional;

/** The organization or collection that a feed belongs to, as the base URL (ending with a slash) of what it owns. */
final class FeedOwner {
    private FeedOwner() {}

    static WebUrl ofOrganization(String organization, String where) {
        if (organization.indexOf('/') >= 0 || organization.indexOf('\\') >= 0 || organization.indexOf('.') >= 0) {
            organizationOfUrl(organization).ifPresent(name -> {
                throw new FeedAuthFailure(
                        "organization is an address",
                        where,
                        "Write the name alone: <organization>" + name + "</organization>");
            });
        }
        checkName(organization, where, "<organization>acme</organization>");
        return WebUrl.parse("https://" + AzureHosts.FEEDS + "/", where)
                .withPath("/" + PathEncoding.encode(organization) + "/");
    }

    static WebUrl ofCollection(String collectionUrl, String where) {
        WebUrl url = WebUrl.parse(collectionUrl, where);
        Optional<String> organization = organizationOfUrl(collectionUrl);
        if (organization.isPresent()) {
            throw new FeedAuthFailure(
                    "this is an address of Azure DevOps Services, not of a Server",
                    where,
                    "Write <organization>" + organization.get() + "</organization> instead of collectionUrl");
        }
        List<String> segments = url.segments();
        if (PackagingPath.index(segments, "_packaging") >= 0) {
            throw new FeedAuthFailure(
                    "collectionUrl is the URL of a feed, not of a collection",
                    where,
                    "Give the feed's npm registry URL as url, and nothing else: " + FeedExamples.URL);
        }
        if (segments.isEmpty()) {
            throw new FeedAuthFailure(
                    "collectionUrl has no collection",
                    where,
                    "Add its name, for example " + FeedExamples.COLLECTION_URL);
        }
        for (String segment : segments) {
            String plain = PathEncoding.decode(segment).orElse("%");
            checkName(plain, where, FeedExamples.COLLECTION_URL);
        }
        return url.withPath("/" + String.join("/", segments) + "/");
    }

    /** The organization that an address of Azure DevOps Services names; empty for any other. */
    static Optional<String> organizationOfUrl(String address) {
        WebUrl url;
        try {
            boolean hasScheme = address.indexOf("://") >= 0;
            url = WebUrl.parse(hasScheme ? address : "https://" + address, "organization");
        } catch (FeedAuthFailure notAnAddress) {
            return Optional.empty();
        }
        if (AzureHosts.isLegacyFeeds(url.host())) {
            return Optional.of(url.host().substring(0, url.host().indexOf('.')));
        }
        boolean byPath = url.host().equals(AzureHosts.WEB) || url.host().equals(AzureHosts.FEEDS);
        return byPath
                ? url.segments().stream().findFirst().flatMap(PathEncoding::decode)
                : AzureHosts.legacyWebOrganization(url.host());
    }

    /**
     * Checks a plain name.
     *
     * @throws FeedAuthFailure if the name cannot be one in Azure DevOps; the message does not repeat it
     */
    static void checkName(String name, String where, String example) {
        AzureNames.problem(name).ifPresent(problem -> {
            String hint =
                    name.indexOf('%') >= 0 ? "Write the plain name, not the encoded one, as in " : "Write it as in ";
            throw new FeedAuthFailure("the name " + problem, where, hint + example);
        });
    }
}
