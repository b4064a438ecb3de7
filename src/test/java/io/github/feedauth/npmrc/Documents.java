package io.github.feedauth.npmrc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Documents and edits as the tests write them. */
final class Documents {
    static final Map<String, String> ENVIRONMENT = Map.of("H", "//h/", "V", "wanted", "EMPTY", "");

    private Documents() {}

    static NpmrcDocument document(String text) {
        return NpmrcDocument.parse(text.getBytes(StandardCharsets.UTF_8), "/home/me/.npmrc", ENVIRONMENT);
    }

    /** {@code put("a", "1", "b", "2")}. */
    static OwnedLines put(String... keysAndValues) {
        OwnedSetting[] settings = new OwnedSetting[keysAndValues.length / 2];
        for (int i = 0; i < settings.length; i++) {
            settings[i] = new OwnedSetting(keysAndValues[2 * i], keysAndValues[2 * i + 1]);
        }
        return OwnedLines.put(Arrays.asList(settings));
    }

    static OwnedLines remove(String... keys) {
        return OwnedLines.remove(Set.of(keys));
    }

    static String text(NpmrcDocument document) {
        return new String(document.bytes(), StandardCharsets.UTF_8);
    }

    static String apply(String before, OwnedLines... groups) {
        return text(document(before).apply(List.of(groups)).document());
    }
}
