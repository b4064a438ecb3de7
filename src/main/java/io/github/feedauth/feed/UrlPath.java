package io.github.feedauth.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The path of a special URL as the WHATWG parser leaves it: forward slashes, no dot segments, percent-encoded. */
final class UrlPath {
    private UrlPath() {}

    /** @param typed what follows the authority, up to the query; empty, or beginning with a slash or backslash */
    static String parse(String typed, String where) {
        if (typed.indexOf('^') >= 0) {
            throw UrlRefusal.CARET.at(where);
        }
        if (typed.isEmpty()) {
            return "/";
        }
        String slashed = typed.replace('\\', '/');
        List<String> path = new ArrayList<>();
        int start = 1;
        while (start <= slashed.length()) {
            int slash = slashed.indexOf('/', start);
            boolean last = slash < 0;
            String segment = slashed.substring(start, last ? slashed.length() : slash);
            append(path, segment, last);
            start = last ? slashed.length() + 1 : slash + 1;
        }
        return "/" + String.join("/", path);
    }

    private static void append(List<String> path, String segment, boolean last) {
        String dots = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
        boolean parent = dots.equals("..");
        if (parent && !path.isEmpty()) {
            path.remove(path.size() - 1);
        }
        if (!parent && !dots.equals(".")) {
            path.add(PathEncoding.encode(segment));
        } else if (last) {
            path.add("");
        }
    }
}
