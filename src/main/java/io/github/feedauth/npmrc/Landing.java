package io.github.feedauth.npmrc;

import java.util.ArrayList;
import java.util.List;

/**
 * Where npm's {@code ini} puts an object: section {@code a.b} becomes {@code b} within the key {@code a}, and {@code a\.b} the
 * key {@code a.b}. Either takes the place of a key of that name at top level.
 *
 * @param key the key at top level that holds the object in the end
 * @param moves whether that is another key than the section's name
 */
record Landing(String key, boolean moves) {

    static Landing of(String name) {
        if (name.indexOf('.') < 0) {
            return new Landing(name, false);
        }
        List<String> parts = split(name);
        String last = parts.remove(parts.size() - 1);
        for (String part : parts) {
            if (!part.equals("__proto__")) {
                return new Landing(part, true);
            }
        }
        String unescaped = last.replace("\\.", ".");
        return unescaped.equals(last) ? new Landing(name, false) : new Landing(unescaped, true);
    }

    private static List<String> split(String name) {
        List<String> parts = new ArrayList<>();
        int partStart = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            if (dot == 0 || name.charAt(dot - 1) != '\\') {
                parts.add(name.substring(partStart, dot));
                partStart = dot + 1;
            }
        }
        parts.add(name.substring(partStart));
        return parts;
    }
}
