package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** A text whose last line tells how many lines precede it, so that half of one is not mistaken for a whole one. */
final class Ledger {
    private Ledger() {}

    static String with(byte[] ledger, String line) {
        List<String> lines = new ArrayList<>(lines(ledger));
        lines.add(line);
        return String.join("\n", lines) + "\ntotal " + lines.size() + "\n";
    }

    /** @throws AssertionError when the ledger is torn */
    static List<String> lines(byte[] ledger) {
        if (ledger.length == 0) {
            return List.of();
        }
        List<String> lines = new String(ledger, UTF_8).lines().toList();
        List<String> entries = lines.subList(0, lines.size() - 1);
        if (!lines.get(lines.size() - 1).equals("total " + entries.size())) {
            throw new AssertionError("Torn: " + lines);
        }
        return entries;
    }
}
