package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.List;
import java.util.Locale;

/**
 * The URL of an npm registry, canonical and with a trailing slash: an Azure feed's, or any other registry's as it is given.
 *
 * @param url ends with a slash; its path is fit for a key in {@code .npmrc}
 */
public record RegistryUrl(WebUrl url) {
    private static final String DOCUMENTED_END = "/npm/registry/";

    public RegistryUrl {
        if (!url.path().endsWith("/")) {
            throw new IllegalArgumentException("a registry URL ends with a slash");
        }
    }

    /**
     * Reads the URL of an npm registry; a missing trailing slash is added.
     *
     * @param where the parameter or file the text stands in, for the failure's message
     * @throws FeedAuthFailure if the text is no usable URL (see {@link WebUrl#parse}), would break a key in {@code .npmrc}
     *     (see {@link NerfDart#of}), or is another address of an Azure feed: its Maven, NuGet or Python URL, a web page, the
     *     web host. The message then gives the URL that is meant, in full
     */
    public static RegistryUrl parse(String text, String where) {
        refuseLineOfNpmrc(text, where);
        ParsedUrl parsed = ParsedUrl.parse(text, where);
        MisplacedAzureUrl.check(parsed, where);
        WebUrl url = withTrailingSlash(parsed.url());
        if (parsed.query().isPresent()) {
            throw new FeedAuthFailure(UrlRefusal.QUERY_OR_FRAGMENT.what(), where, "Write " + url.text());
        }
        NerfDart.of(url, where);
        return new RegistryUrl(url);
    }

    /** What the portal shows for an {@code .npmrc} gets copied whole. It is not repeated: it may be the credential's line. */
    private static void refuseLineOfNpmrc(String text, String where) {
        int equals = text.indexOf('=');
        String key = equals < 0 ? "" : text.substring(0, equals).strip();
        if (key.equals("registry") || key.endsWith(":registry")) {
            throw new FeedAuthFailure(
                    "This is a line of .npmrc, not a URL", where, "Write what stands behind its =, the URL alone");
        }
        if (key.startsWith("//") && key.lastIndexOf(':') > 1) {
            throw new FeedAuthFailure(
                    "This is a line of .npmrc for a credential, not a URL",
                    where,
                    "Write the URL that stands in the line registry=; the credential goes into the environment or settings.xml");
        }
    }

    private static WebUrl withTrailingSlash(WebUrl url) {
        return url.path().endsWith("/") ? url : url.withPath(url.path() + "/");
    }

    /** The canonical text, as it is written after {@code registry=}. */
    public String text() {
        return url.text();
    }

    /**
     * The prefixes to write credentials at: the registry's own, and for a path ending in {@code /npm/registry/} also the
     * {@code …/npm/} one, as Azure's documentation does, for clients that drop the last segment. The registry's own is first.
     */
    public List<NerfDart> keyPrefixes() {
        NerfDart own = NerfDart.of(url, text());
        if (!url.path().toLowerCase(Locale.ROOT).endsWith(DOCUMENTED_END)) {
            return List.of(own);
        }
        String parent = url.path().substring(0, url.path().length() - "registry/".length());
        return List.of(own, NerfDart.of(url.withPath(parent), text()));
    }

    /** Whether it is https at the usual port of one of Microsoft's hosts for feeds, whose name is compared whole. */
    public boolean isOnAzuresOwnHost() {
        return url.scheme().equals("https") && url.port().isEmpty() && AzureHosts.servesFeeds(url.host());
    }

    /** Whether another URL leads to the same registry: Azure does not tell letter case in paths. */
    public boolean isSameFeed(RegistryUrl other) {
        return url.scheme().equals(other.url.scheme())
                && url.hostAndPort().equals(other.url.hostAndPort())
                && url.path().equalsIgnoreCase(other.url.path());
    }

    /** Whether a credential sent there can be read on the way: plain http to another machine. */
    public boolean isInsecure() {
        return url.isInsecure();
    }

    /**
     * Refuses plain http to another machine, unless it was allowed.
     *
     * @throws FeedAuthFailure if the URL is insecure and {@code allowInsecureHttp} is false
     */
    public void requireSecure(boolean allowInsecureHttp, String where) {
        if (isInsecure() && !allowInsecureHttp) {
            throw new FeedAuthFailure(
                    "the feed " + text() + " is plain http, so its credential could be read on the way",
                    where,
                    "Use https://, or accept the risk with <allowInsecureHttp>true</allowInsecureHttp>");
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
