package io.github.feedauth.check;

import io.github.feedauth.probe.Answer;
import io.github.feedauth.probe.Probe;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A program that checks a thousand feeds and tells what it took. */
final class SmallCheck {
    private SmallCheck() {}

    /**
     * Checks, and prints a line.
     *
     * @param words a folder, and a feed's URL with {@code Shared} in it
     */
    public static void main(String[] words) throws Exception {
        Desk desk = ThousandTest.desk(Path.of(words[0]), words[1]);
        long start = System.nanoTime();
        CheckReport report =
                desk.check(Optional.of(new Probe(url -> Optional.empty(), Duration.ofSeconds(20))), desk.folder);
        int json = JsonReport.of(List.of(report)).length();
        long accepted = report.feeds().stream()
                .filter(feed -> feed.answer() instanceof Answer.Accepted)
                .count();
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(
                "%d accepted, %d findings, %d characters of JSON, heap at its peak %d MiB, %d ms%n",
                accepted, report.findings().size(), json, peak >> 20, (System.nanoTime() - start) / 1_000_000);
    }
}
