package io.github.feedauth.credential;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that holds one secret, as containers mount them. */
final class SecretFile {
    private static final int MAX_BYTES = 64 * 1024;

    private final String name;
    private final String variable;
    private final String where;

    /**
     * @param name the file's absolute path
     * @param variable the variable that names it
     */
    SecretFile(String name, String variable) {
        this.name = name;
        this.variable = variable;
        this.where = "environment variable " + variable + ": " + Printable.name(name);
    }

    /** The variable and the path, for messages. */
    String where() {
        return where;
    }

    /**
     * Its content, UTF-8.
     *
     * @throws FeedAuthFailure where it is no readable file, is blank, or holds more or other than a secret can be
     */
    String read() {
        Path path = path();
        if (!Files.exists(path)) {
            throw failure("The file is not there", "Correct the path, or mount the secret there");
        }
        if (!Files.isRegularFile(path)) {
            throw failure("This is not a file", "Name the file itself that holds the PAT");
        }
        String text = text(bytes(path));
        if (text.isBlank()) {
            throw failure("The file is blank", "Put the PAT into it, and nothing else");
        }
        return text;
    }

    private Path path() {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            throw noPath("This is not a path");
        }
        if (!path.isAbsolute()) {
            throw noPath("The path is not absolute");
        }
        return path;
    }

    /** What stands there instead of a path may be the PAT itself: it is not shown. */
    private FeedAuthFailure noPath(String what) {
        return new FeedAuthFailure(
                what, "environment variable " + variable, "Write the absolute path of the file that holds the PAT");
    }

    private byte[] bytes(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw failure("The file is larger than any PAT", "Name the file that holds the PAT alone");
            }
            return bytes;
        } catch (IOException e) {
            throw failure("The file can't be read", "Make it readable for the user that Maven runs as");
        }
    }

    private String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw failure("The file is not UTF-8 text", "Write the PAT into it as plain text");
        }
    }

    private FeedAuthFailure failure(String what, String nextStep) {
        return new FeedAuthFailure(what, where, nextStep);
    }
}
