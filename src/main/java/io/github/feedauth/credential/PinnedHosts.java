package io.github.feedauth.credential;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.WebUrl;
import java.util.ArrayList;
import java.util.List;

/**
 * The only hosts that a server's password may go to.
 *
 * @param hosts canonical, each with its port unless that is the scheme's own; none where the server is pinned to no host
 */
public record PinnedHosts(List<String> hosts) {
    /** Of a server that is pinned to no host. */
    public static final PinnedHosts NONE = new PinnedHosts(List.of());

    public PinnedHosts {
        hosts = List.copyOf(hosts);
    }

    /**
     * Reads host names as the settings have them: {@code tfs.example.com}, {@code tfs.example.com:8443}.
     *
     * @param texts the names
     * @param where the server that has them, for the failure's message
     * @throws FeedAuthFailure where one is no host alone
     */
    public static PinnedHosts parse(List<String> texts, String where) {
        List<String> hosts = new ArrayList<>();
        for (String text : texts) {
            hosts.add(host(text.strip(), where));
        }
        return new PinnedHosts(hosts);
    }

    private static String host(String text, String where) {
        if (text.isEmpty()) {
            throw new FeedAuthFailure(
                    "The element is empty",
                    where + ", hosts",
                    "Write the hosts that the password may go to, or remove it");
        }
        WebUrl url = WebUrl.parse("https://" + text, where + ", hosts");
        if (text.indexOf('/') >= 0 || text.indexOf('\\') >= 0) {
            throw new FeedAuthFailure(
                    "An entry is more than a host",
                    where + ", hosts",
                    "Write the host alone, with its port where that is not 443: tfs.example.com or tfs.example.com:8443");
        }
        return url.hostAndPort();
    }

    /** Whether the feed is on one of them: the same host, compared whole, and the same port. */
    public boolean include(Feed feed) {
        return hosts.contains(feed.url().url().hostAndPort());
    }

    /** Whether the server may be used for the feed as far as its hosts go. */
    boolean permit(Feed feed) {
        return hosts.isEmpty() ? feed.isVouchedFor() : include(feed);
    }

    @Override
    public String toString() {
        return String.join(", ", hosts);
    }
}
