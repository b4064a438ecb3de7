package io.github.feedauth.feed;

import com.grack.nanojson.JsonWriter;

/** Text as a JSON string, so that a failure's message shows every character. */
final class JsonText {
    private JsonText() {}

    static String quote(String text) {
        return JsonWriter.string(text);
    }
}
