package io.github.feedauth.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In what the Yarns from 2 on differ in reading their settings.
 *
 * @param mergesFiles whether settings of one scope or registry in two files are put together; before Yarn 4 those of the nearest file
 *     hide the others
 * @param variables how variables are written in a value
 */
public record YarnDialect(boolean mergesFiles, Variables variables) {
    /** What is read where nothing tells the version. */
    static final YarnDialect NEWEST = new YarnDialect(true, Variables.NESTED);

    /** How variables are written. */
    enum Variables {
        /** A default ends at the first brace. */
        FLAT,
        /** The same, from 4.11 on, and a backslash before it makes text of a variable. */
        ESCAPED,
        /** From 4.13 on: a default may hold variables and escapes, and what is no variable is an error. */
        NESTED
    }

    private static final Pattern VERSION = Pattern.compile("\\D{0,3}(\\d{1,4})(?:\\.(\\d{1,4}))?(?!\\d).*");

    /**
     * That of a version.
     *
     * @param version of Yarn, or a range, whose first version counts; empty where nothing tells
     */
    public static YarnDialect of(Optional<String> version) {
        Matcher numbers = VERSION.matcher(version.orElse(""));
        if (!numbers.matches()) {
            return NEWEST;
        }
        int major = Integer.parseInt(numbers.group(1));
        int minor = numbers.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(numbers.group(2));
        Variables ofFour = minor > 12 ? Variables.NESTED : minor > 10 ? Variables.ESCAPED : Variables.FLAT;
        return new YarnDialect(major > 3, major > 4 ? Variables.NESTED : major == 4 ? ofFour : Variables.FLAT);
    }
}
