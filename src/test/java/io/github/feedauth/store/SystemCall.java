package io.github.feedauth.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A system call of a traced thread.
 *
 * @param name the call, such as {@code openat}
 * @param number how many calls of this name there were since the tracer came, with this one
 * @param line all that the tracer wrote about it
 */
record SystemCall(String name, int number, String line) {
    /** What a process looks for when a change begins. */
    static final String BEGIN = "/feedauth-change-begins";
    /** What a process looks for when a change is over. */
    static final String END = "/feedauth-change-ends";

    /** What {@code strace} is to trace: everything about files and their descriptors. */
    static final String TRACED = "trace=%file,%desc";

    /** Belongs to the memory of the JVM, and comes when it comes. */
    private static final String MEMORY = "mmap";

    private static final Set<String> CHANGING = Set.of(
            "write",
            "pwrite64",
            "fchmod",
            "fchmodat",
            "fchown",
            "renameat",
            "rename",
            "unlink",
            "unlinkat",
            "mkdir",
            "fsync");

    /** The calls of a change, taken from the tracer's log; the last is the first one after it. */
    static List<SystemCall> ofTheChange(Path log) throws IOException {
        List<SystemCall> calls = all(log);
        int begin = 0;
        while (!calls.get(begin).line().contains(BEGIN)) {
            begin++;
        }
        int end = begin;
        while (!calls.get(end).line().contains(END)) {
            end++;
        }
        return calls.subList(begin + 1, end + 1).stream()
                .filter(call -> !call.name().equals(MEMORY))
                .toList();
    }

    /** All calls in a tracer's log. */
    static List<SystemCall> all(Path log) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        List<SystemCall> calls = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            int name = line.indexOf('(');
            if (name > 0 && line.substring(0, name).matches("\\w+")) {
                String called = line.substring(0, name);
                calls.add(new SystemCall(called, counts.merge(called, 1, Integer::sum), line));
            }
        }
        return calls;
    }

    /** Whether it changes something on the disk, or who holds a lock. */
    boolean changes() {
        return CHANGING.contains(name) || line.contains("O_CREAT") || line.contains("F_SETLK");
    }

    /**
     * Whether it gives a descriptor or a lock back. The kernel does so whatever it answers; a tracer that answers in its place leaves
     * it undone.
     */
    boolean releases() {
        return name.equals("close") || line.contains("F_UNLCK");
    }

    @Override
    public String toString() {
        return name + " " + number + ": " + line;
    }
}
