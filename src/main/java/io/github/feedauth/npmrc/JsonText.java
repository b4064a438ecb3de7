package io.github.feedauth.npmrc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Quoted text of an {@code .npmrc}, which npm's {@code ini} hands to {@code JSON.parse}: RFC 8259, read into the little that an
 * {@link IniValue} keeps of it. A file may hold a quoted text in every line, and JSON of any shape in single quotes: the cost
 * is linear in the text, and nesting is bounded.
 */
final class JsonText {
    /** What nests deeper is taken for plain text, as if it were no JSON: a bound for the stack. */
    private static final int DEEPEST = 200;

    private static final int END = -1;

    private final String json;
    private int next;

    private JsonText(String json) {
        this.json = json;
    }

    /** What {@code JSON.parse(json)} gives; empty where it throws. */
    static Optional<IniValue> parse(String json) {
        try {
            return Optional.of(new JsonText(json).document());
        } catch (NotJson notJson) {
            return Optional.empty();
        }
    }

    /** Thrown often, since most text in single quotes is no JSON: it has no stack trace. */
    private static final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;

        NotJson() {
            super("not JSON", null, false, false);
        }
    }

    private IniValue document() throws NotJson {
        IniValue value = value(0);
        if (peek() != END) {
            throw new NotJson();
        }
        return value;
    }

    /** The next character after white space, which is not taken yet. */
    private int peek() {
        while (next < json.length()) {
            char c = json.charAt(next);
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                return c;
            }
            next++;
        }
        return END;
    }

    private boolean takes(char wanted) {
        if (peek() == wanted) {
            next++;
            return true;
        }
        return false;
    }

    private void require(char wanted) throws NotJson {
        if (!takes(wanted)) {
            throw new NotJson();
        }
    }

    private IniValue value(int depth) throws NotJson {
        if (depth > DEEPEST) {
            throw new NotJson();
        }
        return switch (peek()) {
            case '"' -> new IniValue.Text(string());
            case '[' -> array(depth);
            case '{' -> object(depth);
            case 't' -> word("true", new IniValue.Flag(true));
            case 'f' -> word("false", new IniValue.Flag(false));
            case 'n' -> word("null", new IniValue.Null());
            default -> number();
        };
    }

    private IniValue word(String word, IniValue value) throws NotJson {
        if (!json.startsWith(word, next)) {
            throw new NotJson();
        }
        next += word.length();
        return value;
    }

    private IniValue array(int depth) throws NotJson {
        List<IniValue> items = new ArrayList<>();
        require('[');
        if (takes(']')) {
            return new IniValue.Items(items);
        }
        do {
            items.add(value(depth + 1));
        } while (takes(','));
        require(']');
        return new IniValue.Items(items);
    }

    private IniValue object(int depth) throws NotJson {
        require('{');
        if (takes('}')) {
            return new IniValue.Mapping();
        }
        do {
            if (peek() != '"') {
                throw new NotJson();
            }
            string();
            require(':');
            value(depth + 1);
        } while (takes(','));
        require('}');
        return new IniValue.Mapping();
    }

    private String string() throws NotJson {
        int start = ++next;
        StringBuilder decoded = null;
        while (next < json.length()) {
            char c = json.charAt(next++);
            if (c == '"') {
                String rest = json.substring(start, next - 1);
                return decoded == null ? rest : decoded.append(rest).toString();
            }
            if (c < ' ') {
                throw new NotJson();
            }
            if (c == '\\') {
                decoded = decoded == null ? new StringBuilder(json.length() - start) : decoded;
                decoded.append(json, start, next - 1).append(escaped());
                start = next;
            }
        }
        throw new NotJson();
    }

    private char escaped() throws NotJson {
        if (next == json.length()) {
            throw new NotJson();
        }
        char c = json.charAt(next++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new NotJson();
        };
    }

    private char unicode() throws NotJson {
        if (json.length() - next < 4) {
            throw new NotJson();
        }
        int unit = 0;
        for (int end = next + 4; next < end; next++) {
            char c = json.charAt(next);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw new NotJson();
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    /** {@code -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?}. */
    private IniValue number() throws NotJson {
        int start = next;
        skip('-');
        if (!skip('0')) {
            digits();
        }
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
        return new IniValue.Numeric(Double.parseDouble(json.substring(start, next)));
    }

    private boolean skip(char wanted) {
        boolean there = next < json.length() && json.charAt(next) == wanted;
        next += there ? 1 : 0;
        return there;
    }

    private void digits() throws NotJson {
        int start = next;
        while (next < json.length() && json.charAt(next) >= '0' && json.charAt(next) <= '9') {
            next++;
        }
        if (next == start) {
            throw new NotJson();
        }
    }
}
