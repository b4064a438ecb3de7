package io.github.feedauth.npmrc;

import java.util.ArrayList;
import java.util.List;

/**
 * Where npm's {@code ini} puts an object: section {@code a.b} becomes {@code b} within the key {@code a}, and {@code a\.b} the
 * key {@code a.b}. Either takes the place of a key of that name at top level.
 *
 * @param key the key at top level that holds the object in the end
 * @param how whether it is the section's own key, another name of it, or another key around it
 */
record Landing(String key, How how) {
    enum How {
        STAYS,
        RENAMED,
        NESTED
    }

    boolean moves() {
        return how != How.STAYS;
    }

    static Landing of(String name) {
        if (name.indexOf('.') < 0) {
            return new Landing(name, How.STAYS);
        }
        List<String> parts = split(name);
        String last = parts.remove(parts.size() - 1);
        for (String part : parts) {
            if (!part.equals("__proto__")) {
                return new Landing(part, How.NESTED);
            }
        }
        String unescaped = last.replace("\\.", ".");
        return unescaped.equals(last) ? new Landing(name, How.STAYS) : new Landing(unescaped, How.RENAMED);
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
