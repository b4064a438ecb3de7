package io.github.feedauth.store;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Says why a file is not read or written, in words that name the file and the way out. */
final class Refusal {
    private Refusal() {}

    static FeedAuthFailure of(String what, Path file, String nextStep) {
        return new FeedAuthFailure(what, name(file), nextStep);
    }

    static FeedAuthFailure unreadable(Path file, IOException e) {
        if (e instanceof AccessDeniedException) {
            return failure("The file may not be read by this user", file, "Give yourself the right to read it", e);
        }
        return failure(
                "The file can't be read: " + reason(e), file, "Mend what the system complains of and run again", e);
    }

    static FeedAuthFailure unwritable(Path file, IOException e) {
        String reason = reason(e);
        String lower = reason.toLowerCase(Locale.ROOT);
        if (e instanceof AccessDeniedException || lower.contains("not permitted")) {
            return failure(
                    "The file may not be written by this user; it is as it was",
                    file,
                    "Give yourself the right to write the file and its folder",
                    e);
        }
        if (lower.contains("no space left") || lower.contains("quota")) {
            return failure(
                    "There is no room for the file: " + reason + "; it is as it was",
                    file,
                    "Make room on that disk",
                    e);
        }
        if (lower.contains("read-only")) {
            return failure("The file is on a read-only file system", file, "Mount it writable or use another file", e);
        }
        if (lower.contains("busy")) {
            return failure(
                    "The file can't be replaced: " + reason + "; it is as it was",
                    file,
                    "If it is mounted into a container as a single file, mount its folder instead",
                    e);
        }
        if (e instanceof ClosedByInterruptException) {
            return failure("The build was interrupted; the file is as it was", file, "Run it again", e);
        }
        return failure(
                "The file can't be written: " + reason + "; it is as it was",
                file,
                "Mend what the system complains of and run again",
                e);
    }

    static FeedAuthFailure unlockable(Path lock, IOException e) {
        return failure(
                "The lock that keeps builds from writing at the same time can't be taken: " + reason(e),
                lock,
                "Make that folder writable and see that its disk has room, or name another with XDG_STATE_HOME",
                e);
    }

    static String name(Path file) {
        return Printable.name(file.toString());
    }

    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static FeedAuthFailure failure(String what, Path file, String nextStep, IOException e) {
        return new FeedAuthFailure(what, name(file), nextStep, e);
    }
}
