package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.Optional;

/** What the name of an organization, collection, project, feed or view cannot hold. */
final class AzureNames {
    private static final String FORBIDDEN = "/\\?#%=;:";

    private AzureNames() {}

    static boolean isName(String name) {
        return problem(name).isEmpty();
    }

    /** What is wrong with a plain, unencoded name; never repeats it. */
    static Optional<String> problem(String name) {
        if (name.isBlank()) {
            return Optional.of("is empty");
        }
        if (name.equals(".") || name.equals("..")) {
            return Optional.of("is only dots");
        }
        int codePoint;
        for (int i = 0; i < name.length(); i += Character.charCount(codePoint)) {
            codePoint = name.codePointAt(i);
            if (isUnprintable(codePoint)) {
                return Optional.of("has a control character, a line separator or half of a character pair");
            }
        }
        for (int i = 0; i < name.length(); i++) {
            if (FORBIDDEN.indexOf(name.charAt(i)) >= 0) {
                return Optional.of("has a " + name.charAt(i) + ", which no Azure DevOps name can hold");
            }
        }
        return Optional.empty();
    }

    private static boolean isUnprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }

    /**
     * Checks that every name in a feed's URL can be one.
     *
     * @throws FeedAuthFailure if a segment is empty, or decodes to no name
     */
    static void checkPath(PackagingPath path, String where) {
        for (String segment : path.prefix()) {
            checkSegment(segment, where);
        }
        checkSegment(path.feed(), where);
        if (FeedAndView.of(path.feed()).isEmpty()) {
            throw new FeedAuthFailure(
                    "the feed's name in the URL has no text before or after its @, or more than one @",
                    where,
                    "Write the feed as {feed}, or as {feed}@{view}");
        }
    }

    private static void checkSegment(String segment, String where) {
        Optional<String> name = PathEncoding.decode(segment);
        Optional<String> problem =
                name.isPresent() ? problem(name.get()) : Optional.of("has escapes that are not UTF-8");
        if (problem.isPresent()) {
            throw new FeedAuthFailure(
                    "a name in the feed's URL " + problem.get(),
                    where,
                    "Copy the URL from the feed's page, Connect to feed, npm");
        }
    }
}
