package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * An http or https URL in the canonical form of the WHATWG URL standard, which is the form npm, through Node's {@code URL},
 * compares and sends. It never has userinfo, query or fragment.
 *
 * @param scheme {@code http} or {@code https}
 * @param host lower case, punycode; an IPv4 address dotted, an IPv6 address compressed and in brackets
 * @param port empty where it is the scheme's own
 * @param path begins with a slash, without dot segments, percent-encoded by the path percent-encode set
 */
public record WebUrl(String scheme, String host, OptionalInt port, String path) {
    public WebUrl {
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("not a web scheme");
        }
        if (host.isEmpty() || !path.startsWith("/")) {
            throw new IllegalArgumentException("not a canonical web URL");
        }
    }

    /**
     * Reads a URL as the WHATWG parser does.
     *
     * @param where the parameter or file the text stands in, for the failure's message
     * @throws FeedAuthFailure if the text is no http or https URL, or has userinfo, a query, a fragment, control characters, or
     *     a host no registry can have; the message does not repeat the text
     */
    public static WebUrl parse(String text, String where) {
        ParsedUrl parsed = ParsedUrl.parse(text, where);
        if (parsed.query().isPresent()) {
            throw UrlRefusal.QUERY_OR_FRAGMENT.at(where);
        }
        return parsed.url();
    }

    /** The URL as text. */
    public String text() {
        return scheme + "://" + hostAndPort() + path;
    }

    /** The host, with its port where that is not the scheme's own. */
    public String hostAndPort() {
        return port.isPresent() ? host + ":" + port.getAsInt() : host;
    }

    /** Whether the host is this machine: {@code 127.0.0.0/8}, {@code ::1}, {@code localhost} or a name below it. */
    public boolean isLoopback() {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || Ipv4.parse(host).filter(dotted -> dotted.startsWith("127.")).isPresent();
    }

    /** Whether what is sent can be read on the way: plain http to another machine. */
    public boolean isInsecure() {
        return scheme.equals("http") && !isLoopback();
    }

    /** The path's segments, still percent-encoded; a trailing slash adds none. */
    List<String> segments() {
        List<String> segments = new ArrayList<>();
        int start = 1;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            segments.add(path.substring(start, end));
            start = end + 1;
        }
        return List.copyOf(segments);
    }

    WebUrl withPath(String newPath) {
        return new WebUrl(scheme, host, port, newPath);
    }

    @Override
    public String toString() {
        return text();
    }
}
