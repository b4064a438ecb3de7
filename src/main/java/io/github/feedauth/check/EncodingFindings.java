package io.github.feedauth.check;

import io.github.feedauth.npmrc.MalformedByte;
import java.util.Optional;

/** What is wrong with the bytes of a file, whichever client's it is. */
final class EncodingFindings {
    private EncodingFindings() {}

    /** That a file has bytes that are no UTF-8, which all clients take for U+FFFD, and only configure minds. */
    static Optional<Finding> malformed(String client, String name, byte[] content) {
        return MalformedByte.firstIn(content)
                .map(bad -> Finding.of(
                                Code.ENCODING,
                                new Place(name, bad.line()),
                                "Byte " + bad.offset() + " of the file, in this line, is no UTF-8: " + client
                                        + " reads U+FFFD in its place, and mvn feedauth:configure does not edit such a file",
                                "Save the file as UTF-8 in an editor")
                        .asWarning());
    }
}
