package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A web URL together with what a registry URL must not have but a feed's web page has.
 *
 * @param query what follows the first {@code ?} or {@code #}, as typed
 */
record ParsedUrl(WebUrl url, Optional<String> query) {

    /**
     * Follows the WHATWG URL standard, basic URL parser without a base, for the special schemes http and https.
     *
     * @throws FeedAuthFailure for everything in {@link UrlRefusal} but a query or fragment
     */
    static ParsedUrl parse(String text, String where) {
        String input =
                withoutOuterSpace(text).replace("\t", "").replace("\n", "").replace("\r", "");
        int codePoint;
        for (int i = 0; i < input.length(); i += Character.charCount(codePoint)) {
            codePoint = input.codePointAt(i);
            if (isControlOrSurrogate(codePoint)) {
                throw UrlRefusal.CONTROL_CHARACTER.at(where);
            }
        }
        String beginning = input.toLowerCase(Locale.ROOT);
        if (!beginning.startsWith("http:") && !beginning.startsWith("https:")) {
            throw UrlRefusal.NOT_HTTP.at(where);
        }
        int start = beginning.indexOf(':') + 1;
        String scheme = beginning.substring(0, start - 1);
        while (start < input.length() && isSlash(input.charAt(start))) {
            start++;
        }
        int queryStart = indexOfAny(input, "?#", start);
        int pathStart = Math.min(indexOfAny(input, "/\\", start), queryStart);
        String authority = input.substring(start, pathStart);
        if (authority.indexOf('@') >= 0) {
            throw UrlRefusal.USER_INFO.at(where);
        }
        int colon = portColon(authority);
        String host = WebHost.parse(authority.substring(0, colon), where);
        OptionalInt port = port(authority.substring(Math.min(colon + 1, authority.length())), scheme, where);
        String path = UrlPath.parse(input.substring(pathStart, queryStart), where);
        Optional<String> query =
                queryStart < input.length() ? Optional.of(input.substring(queryStart + 1)) : Optional.empty();
        return new ParsedUrl(new WebUrl(scheme, host, port, path), query);
    }

    private static String withoutOuterSpace(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isControlOrSurrogate(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    private static int indexOfAny(String text, String characters, int from) {
        int index = from;
        while (index < text.length() && characters.indexOf(text.charAt(index)) < 0) {
            index++;
        }
        return index;
    }

    /** The colon before the port, which is never one inside an IPv6 address's brackets; else the end. */
    private static int portColon(String authority) {
        boolean insideBrackets = false;
        for (int i = 0; i < authority.length(); i++) {
            char c = authority.charAt(i);
            if (c == ':' && !insideBrackets) {
                return i;
            }
            insideBrackets = c == '[' || (insideBrackets && c != ']');
        }
        return authority.length();
    }

    private static OptionalInt port(String text, String scheme, String where) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        int port = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            port = port * 10 + c - '0';
            if (c < '0' || c > '9' || port > 65535) {
                throw UrlRefusal.PORT.at(where);
            }
        }
        int schemesOwn = scheme.equals("https") ? 443 : 80;
        return port == schemesOwn ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
