package io.github.feedauth.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Tries again where a virus scanner or a reader holds a file open, which on Windows makes a move or a removal fail for a moment.
 *
 * @param pauses nanoseconds to wait before each further attempt
 * @param pause how to wait so many nanoseconds
 */
record Patience(List<Long> pauses, LongConsumer pause) {

    /** Eleven attempts in about two seconds. */
    static Patience twoSeconds() {
        return new Patience(
                List.of(1L, 2L, 5L, 10L, 25L, 50L, 100L, 250L, 500L, 1000L).stream()
                        .map(millis -> millis * 1_000_000L)
                        .toList(),
                LockSupport::parkNanos);
    }

    /** One attempt. */
    static Patience none() {
        return new Patience(List.of(), nanos -> {});
    }

    /** Runs the attempt until it succeeds or the pauses are used up; the last failure is the caller's. */
    void insist(Attempt attempt) throws IOException {
        for (long nanos : pauses) {
            try {
                attempt.run();
                return;
            } catch (NoSuchFileException e) {
                throw e;
            } catch (FileSystemException e) {
                pause.accept(nanos);
            }
        }
        attempt.run();
    }

    /** Something that may succeed the next time. */
    interface Attempt {
        void run() throws IOException;
    }
}
