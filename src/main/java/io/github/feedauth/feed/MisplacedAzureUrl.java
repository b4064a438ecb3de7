package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses people paste instead of a feed's npm registry URL, each answered with the URL that was meant: the feed's other
 * protocols, its web pages, the web host for the feed host.
 */
final class MisplacedAzureUrl {
    private static final Pattern FEED_QUERY = Pattern.compile("(?:^|.*&)feed=([^&#]+).*");
    private static final String FEED_PLACEHOLDER = "{feed}";

    private final WebUrl url;
    private final Optional<String> query;
    private final String where;
    private final List<String> segments;

    private MisplacedAzureUrl(ParsedUrl parsed, String where) {
        this.url = withoutTrailingDot(parsed.url());
        this.query = parsed.query();
        this.where = where;
        this.segments = url.segments();
    }

    private static WebUrl withoutTrailingDot(WebUrl url) {
        String host = url.host();
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return isMicrosofts(bare) ? new WebUrl(url.scheme(), bare, url.port(), url.path()) : url;
    }

    private static boolean isMicrosofts(String host) {
        return AzureHosts.servesNoFeed(host) || AzureHosts.servesFeeds(host) || isWebHost(host);
    }

    private static boolean isWebHost(String host) {
        return host.equals(AzureHosts.WEB)
                || AzureHosts.legacyWebOrganization(host).isPresent();
    }

    /**
     * Lets an Azure feed's npm registry URL and every URL that is not Azure's pass.
     *
     * @throws FeedAuthFailure if the URL is Azure's but not an npm registry's
     */
    static void check(ParsedUrl parsed, String where) {
        new MisplacedAzureUrl(parsed, where).check(parsed.url());
    }

    private void check(WebUrl typed) {
        Optional<PackagingPath> packaging = PackagingPath.of(segments);
        if (packaging.isPresent()) {
            checkPackaging(packaging.get(), typed);
            return;
        }
        webPageFeed().ifPresent(feed -> {
            throw refusal("this is the web page of a feed, not its npm registry", feed);
        });
        if (isMicrosofts(url.host())) {
            throw refusal("this Azure DevOps address names no feed", FEED_PLACEHOLDER);
        }
    }

    private void checkPackaging(PackagingPath packaging, WebUrl typed) {
        if (!packaging.isNpmRegistry()) {
            throw refusal("this URL of an Azure Artifacts feed is not its npm registry", packaging.feed());
        }
        if (isWebHost(url.host())) {
            throw refusal("this is the host of Azure DevOps' web pages, not of its feeds", packaging.feed());
        }
        if (!url.host().equals(typed.host())) {
            throw refusal("the host ends with a dot", packaging.feed());
        }
        AzureNames.checkPath(packaging, where);
        int owners = packaging.prefix().size();
        boolean legacy = AzureHosts.isLegacyFeeds(url.host());
        if (AzureHosts.servesFeeds(url.host()) && ((owners == 0 && !legacy) || owners > 2)) {
            throw new FeedAuthFailure(
                    "before _packaging a feed's URL has its organization and, for a project's feed, the project",
                    where,
                    "Write https://" + AzureHosts.FEEDS + "/{organization}/[{project}/]_packaging/" + packaging.feed()
                            + "/npm/registry/");
        }
    }

    /** The feed, percent-encoded, that a page of Azure DevOps shows; the placeholder where the page names none. */
    private Optional<String> webPageFeed() {
        int artifacts = PackagingPath.index(segments, "_artifacts");
        if (artifacts >= 0
                && artifacts + 1 < segments.size()
                && segments.get(artifacts + 1).equalsIgnoreCase("feed")) {
            return Optional.of(artifacts + 2 < segments.size() ? segments.get(artifacts + 2) : FEED_PLACEHOLDER);
        }
        if (artifacts >= 0 && artifacts == segments.size() - 1) {
            return Optional.of(FEED_PLACEHOLDER);
        }
        return PackagingPath.index(segments, "_packaging") < 0
                ? Optional.empty()
                : Optional.of(query.flatMap(MisplacedAzureUrl::feedOfQuery).orElse(FEED_PLACEHOLDER));
    }

    private static Optional<String> feedOfQuery(String query) {
        var match = FEED_QUERY.matcher(query);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            String name = URLDecoder.decode(match.group(1), StandardCharsets.UTF_8);
            return AzureNames.isName(name) ? Optional.of(PathEncoding.encode(name)) : Optional.empty();
        } catch (IllegalArgumentException malformedEscape) {
            return Optional.empty();
        }
    }

    private FeedAuthFailure refusal(String what, String feed) {
        List<String> owners = new ArrayList<>(segments.subList(0, ownersEnd()));
        String origin = url.scheme() + "://" + url.hostAndPort();
        if (isMicrosofts(url.host())) {
            origin = "https://" + (isWebHost(url.host()) ? AzureHosts.FEEDS : url.host());
        }
        AzureHosts.legacyWebOrganization(url.host()).ifPresent(organization -> {
            if (!owners.isEmpty() && owners.get(0).equalsIgnoreCase(AzureFeed.DEFAULT_COLLECTION)) {
                owners.remove(0);
            }
            owners.add(0, organization);
        });
        if (owners.isEmpty() && !AzureHosts.isLegacyFeeds(url.host())) {
            owners.add(
                    Deployment.of(url) == Deployment.SERVER && !isMicrosofts(url.host())
                            ? "{collection}"
                            : "{organization}");
        }
        String meant = origin + PackagingPath.npmRegistry(owners, feed);
        boolean maybeOrganizations = PackagingPath.of(segments).isEmpty() && owners.size() > 1;
        String note = maybeOrganizations
                ? ", or leave the project's segment out if the feed is the whole organization's or collection's"
                : "";
        return new FeedAuthFailure(what, where, "Write " + meant + note);
    }

    /** Where the organization or collection and the project end: at the first segment with a leading underscore. */
    private int ownersEnd() {
        int end = 0;
        while (end < segments.size() && !segments.get(end).startsWith("_")) {
            end++;
        }
        return end;
    }
}
