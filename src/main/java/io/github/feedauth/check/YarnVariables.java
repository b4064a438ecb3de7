package io.github.feedauth.check;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables of the environment in a value of Yarn's: {@code ${NAME}}, {@code ${NAME-text}} with what to take where it is not set, and
 * {@code ${NAME:-text}} where it is not set or empty. Source: Yarn's {@code replaceEnvVariables}.
 */
final class YarnVariables {
    private static final Pattern FLAT = Pattern.compile("\\\\?\\$\\{(\\w+)(:)?(?:-([^}]*))?}");
    private static final Pattern TOKEN = Pattern.compile(
            "\\\\(?<escaped>[\\\\$}])|\\$\\{(?<name>[a-zA-Z]\\w*)(?<operator>:-|-|(?=}))|(?<unknown>\\$\\{)|}");

    private final Map<String, String> environment;
    private final YarnDialect dialect;

    YarnVariables(Map<String, String> environment, YarnDialect dialect) {
        this.environment = environment;
        this.dialect = dialect;
    }

    /** What makes Yarn fail, whatever it is asked. The message has the variable's name at most. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String cure;

        Unusable(String what, String cure) {
            super(what);
            this.cure = cure;
        }

        String cure() {
            return cure;
        }
    }

    String expand(String value) throws Unusable {
        return dialect.variables() == YarnDialect.Variables.NESTED ? new Nested(value).read() : flat(value);
    }

    private String flat(String value) throws Unusable {
        StringBuilder text = new StringBuilder();
        Matcher found = FLAT.matcher(value);
        int done = 0;
        while (found.find()) {
            text.append(value, done, found.start());
            boolean backslash = found.group().startsWith("\\");
            if (backslash && dialect.variables() == YarnDialect.Variables.ESCAPED) {
                text.append(found.group().substring(1));
            } else {
                text.append(backslash ? "\\" : "").append(replacement(found));
            }
            done = found.end();
        }
        return text.append(value.substring(done)).toString();
    }

    private String replacement(Matcher found) throws Unusable {
        String set = environment.get(found.group(1));
        if (set != null && (!set.isEmpty() || found.group(2) == null)) {
            return set;
        }
        if (found.group(3) == null) {
            throw unset(found.group(1));
        }
        return found.group(3);
    }

    private static Unusable unset(String name) {
        return new Unusable(
                "refers to the environment variable " + name + ", which is not set",
                "Set the variable where Maven and Yarn run, or give it a default, as in ${NAME-}");
    }

    private static Unusable malformed(String what) {
        return new Unusable(what, "Write a variable as ${NAME}, and put a backslash before any other $");
    }

    /** A default that is taken is read on as part of the value; one that is not is passed over to the brace that closes it. */
    private final class Nested {
        private final String value;
        private final Matcher token;
        private final StringBuilder text = new StringBuilder();
        private int open;
        private int done;

        Nested(String value) {
            this.value = value;
            this.token = TOKEN.matcher(value);
        }

        String read() throws Unusable {
            while (token.find()) {
                text.append(value, done, token.start());
                done = token.end();
                if (token.group("escaped") != null) {
                    text.append(token.group("escaped"));
                } else if (token.group("name") != null) {
                    variable(token.group("name"), token.group("operator"));
                } else if (token.group("unknown") != null) {
                    throw malformed("has a ${ that begins no variable");
                } else if (open > 0) {
                    open--;
                } else {
                    text.append('}');
                }
            }
            if (open > 0) {
                throw malformed("has a variable that is not closed");
            }
            return text.append(value.substring(done)).toString();
        }

        private void variable(String name, String operator) throws Unusable {
            open++;
            String set = environment.get(name);
            if (set != null && !(operator.equals(":-") && set.isEmpty())) {
                text.append(set);
                passOver();
            } else if (operator.isEmpty()) {
                throw unset(name);
            }
        }

        private void passOver() {
            int own = open;
            done = value.length();
            while (open >= own && token.find()) {
                if (token.group("name") != null) {
                    open++;
                } else if (token.group().equals("}")) {
                    open--;
                    done = open < own ? token.end() : done;
                }
            }
        }
    }
}
