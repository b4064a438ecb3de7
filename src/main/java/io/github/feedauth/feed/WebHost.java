package io.github.feedauth.feed;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The host parser of the WHATWG URL standard, narrowed to hosts that can be reached: of the odd ASCII characters it lets
 * through (such as {@code ;} and {@code =}, which break an ini key) none is taken.
 */
final class WebHost {
    private WebHost() {}

    static String parse(String typed, String where) {
        if (typed.startsWith("[")) {
            return "[" + ipv6(typed, where) + "]";
        }
        String decoded = new String(PathEncoding.decodeBytes(typed), StandardCharsets.UTF_8);
        if (decoded.isEmpty()) {
            throw UrlRefusal.HOST_MISSING.at(where);
        }
        String host = isInternational(decoded)
                ? International.toAscii(decoded).orElseThrow(() -> UrlRefusal.HOST_INTERNATIONAL.at(where))
                : decoded.toLowerCase(Locale.ROOT);
        if (!isName(host)) {
            throw UrlRefusal.HOST_UNUSABLE.at(where);
        }
        if (!Ipv4.endsInNumber(host)) {
            return host;
        }
        return Ipv4.parse(host).orElseThrow(() -> UrlRefusal.HOST_UNUSABLE.at(where));
    }

    private static boolean isInternational(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) > 0x7f) {
                return true;
            }
        }
        return host.toLowerCase(Locale.ROOT).contains(International.ACE_PREFIX);
    }

    /** Labels of letters, digits, hyphens and underscores, and at most one dot after the last. */
    private static boolean isName(String host) {
        boolean inLabel = false;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == '.' && !inLabel) {
                return false;
            }
            inLabel = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
            if (c != '.' && !inLabel) {
                return false;
            }
        }
        return !host.isEmpty();
    }

    private static String ipv6(String typed, String where) {
        if (!typed.endsWith("]")) {
            throw UrlRefusal.HOST_UNUSABLE.at(where);
        }
        return Ipv6.parse(typed.substring(1, typed.length() - 1))
                .map(Ipv6::text)
                .orElseThrow(() -> UrlRefusal.HOST_UNUSABLE.at(where));
    }
}
