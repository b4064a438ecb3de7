package io.github.feedauth.feed;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The host parser of the WHATWG URL standard, narrowed to hosts that can be reached: of the odd ASCII characters it lets
 * through (such as {@code ;} and {@code =}, which break an ini key) none is taken.
 */
final class WebHost {
    private static final Pattern HOST_NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.?");

    private WebHost() {}

    static String parse(String typed, String where) {
        if (typed.startsWith("[")) {
            return "[" + ipv6(typed, where) + "]";
        }
        String decoded = new String(PathEncoding.decodeBytes(typed), StandardCharsets.UTF_8);
        if (decoded.isEmpty()) {
            throw UrlRefusal.HOST_MISSING.at(where);
        }
        String host = International.needsEncoding(decoded)
                ? International.toAscii(decoded).orElseThrow(() -> UrlRefusal.HOST_INTERNATIONAL.at(where))
                : decoded.toLowerCase(Locale.ROOT);
        if (!HOST_NAME.matcher(host).matches()) {
            throw UrlRefusal.HOST_UNUSABLE.at(where);
        }
        if (!Ipv4.endsInNumber(host)) {
            return host;
        }
        return Ipv4.parse(host).orElseThrow(() -> UrlRefusal.HOST_UNUSABLE.at(where));
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
