package io.github.feedauth.store;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The end of one wait, and the pauses on the way to it, from one to fifty milliseconds. */
final class Deadline {
    private static final long SHORTEST = 1_000_000L;
    private static final long LONGEST = 50_000_000L;

    private final long end;
    private long pause = SHORTEST;

    Deadline(Duration wait) {
        this.end = System.nanoTime() + wait.toNanos();
    }

    /**
     * Waits a little.
     *
     * @return false, at once, when the time is up
     * @throws InterruptedIOException when the thread is interrupted; it stays so
     */
    boolean pause() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while waiting");
        }
        long left = end - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        LockSupport.parkNanos(Math.min(left, pause));
        pause = Math.min(LONGEST, pause * 2);
        return true;
    }
}
