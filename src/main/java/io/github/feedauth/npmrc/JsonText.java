package io.github.feedauth.npmrc;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.util.Optional;

/** Quoted text of an {@code .npmrc}, which npm's {@code ini} hands to {@code JSON.parse}. */
final class JsonText {
    /**
     * Lists, objects and numbers longer than this are taken for plain text, as if they were no JSON: it bounds nesting and the
     * cost of long numbers. Strings have no limit.
     */
    private static final int LONGEST_STRUCTURE = 4096;

    private JsonText() {}

    /** What {@code JSON.parse(json)} gives; empty where it throws. */
    static Optional<IniValue> parse(String json) {
        if (isPlainString(json)) {
            return Optional.of(new IniValue.Text(json.substring(1, json.length() - 1)));
        }
        char first = firstCharacter(json);
        if (!canStartJson(first) || (first != '"' && json.length() > LONGEST_STRUCTURE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(value(JsonParser.any().from(json)));
        } catch (JsonParserException notJson) {
            return Optional.empty();
        }
    }

    private static boolean isPlainString(String json) {
        int last = json.length() - 1;
        if (last < 1 || json.charAt(0) != '"' || json.charAt(last) != '"') {
            return false;
        }
        for (int i = 1; i < last; i++) {
            char c = json.charAt(i);
            if (c == '"' || c == '\\' || c < ' ') {
                return false;
            }
        }
        return true;
    }

    private static char firstCharacter(String json) {
        int index = JsWhitespace.skip(json, 0, json.length());
        return index < json.length() ? json.charAt(index) : ' ';
    }

    private static boolean canStartJson(char c) {
        return switch (c) {
            case '"', '[', '{', '-', 't', 'f', 'n' -> true;
            default -> c >= '0' && c <= '9';
        };
    }

    private static IniValue value(Object parsed) {
        if (parsed == null) {
            return new IniValue.Null();
        }
        if (parsed instanceof String text) {
            return new IniValue.Text(text);
        }
        if (parsed instanceof Boolean flag) {
            return new IniValue.Flag(flag);
        }
        if (parsed instanceof JsonArray array) {
            return new IniValue.Items(array.stream().map(JsonText::value).toList());
        }
        if (parsed instanceof JsonObject) {
            return new IniValue.Mapping();
        }
        return new IniValue.Numeric(((Number) parsed).doubleValue());
    }
}
