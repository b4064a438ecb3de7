package io.github.feedauth.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Locks taken together and released together, the last first. */
final class HeldLocks implements Closeable {
    private final Deque<TargetLock> locks = new ArrayDeque<>();

    void add(TargetLock lock) {
        locks.push(lock);
    }

    @Override
    public void close() {
        while (!locks.isEmpty()) {
            try {
                locks.pop().close();
            } catch (IOException e) {
                // A lock that can't be released by hand ends with the process; the files are safe either way.
            }
        }
    }
}
