package io.github.feedauth.probe;

import java.util.Map;
import java.util.Optional;

/** What came back. */
public sealed interface Reply {
    /**
     * An answer of the server, or of a proxy on the way.
     *
     * @param headers by lower-case name, the first of each
     * @param body its beginning, read as UTF-8
     */
    record Response(int status, Map<String, String> headers, String body) implements Reply {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        /** Whether it is a page for people. */
        boolean isHtml() {
            return header("content-type").orElse("").startsWith("text/html")
                    || body.stripLeading().startsWith("<");
        }
    }

    /**
     * None.
     *
     * @param why a sentence without a full stop
     * @param cure what to do about it, a sentence without a full stop
     */
    record Silence(String why, String cure) implements Reply {}
}
