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
        List<String> segments = segments(typed);
        refuseMixedDots(segments, where);
        List<String> path = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            append(path, segments.get(i), i == segments.size() - 1);
        }
        return "/" + String.join("/", path);
    }

    private static List<String> segments(String typed) {
        List<String> segments = new ArrayList<>();
        int start = 1;
        for (int i = 1; i <= typed.length(); i++) {
            if (i == typed.length() || typed.charAt(i) == '/' || typed.charAt(i) == '\\') {
                segments.add(typed.substring(start, i));
                start = i + 1;
            }
        }
        return segments;
    }

    private static void refuseMixedDots(List<String> segments, String where) {
        boolean dots = false;
        boolean beginsWithDot = false;
        for (String segment : segments) {
            boolean isDots = isDots(segment);
            dots |= isDots;
            beginsWithDot |= !isDots && segment.startsWith(".");
        }
        if (dots && beginsWithDot) {
            throw UrlRefusal.MIXED_DOTS.at(where);
        }
    }

    private static boolean isDots(String segment) {
        String plain = plainDots(segment);
        return plain.equals(".") || plain.equals("..");
    }

    private static String plainDots(String segment) {
        return segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
    }

    private static void append(List<String> path, String segment, boolean last) {
        String dots = plainDots(segment);
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
