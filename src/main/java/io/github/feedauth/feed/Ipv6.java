package io.github.feedauth.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An IPv6 address, read and written as the WHATWG URL standard does: no zone, at most one {@code ::}, an optional dotted
 * IPv4 tail; written in lower-case hex with the first longest run of two or more zero pieces compressed.
 *
 * @param pieces the address's eight 16-bit pieces
 */
record Ipv6(List<Integer> pieces) {
    private static final Pattern PIECE = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");

    static Optional<Ipv6> parse(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return pieces(text, true)
                    .filter(pieces -> pieces.size() == 8 && !text.isEmpty())
                    .map(Ipv6::new);
        }
        Optional<List<Integer>> before = pieces(text.substring(0, gap), false);
        Optional<List<Integer>> after = pieces(text.substring(gap + 2), true);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> pieces = new ArrayList<>(before.get());
        int zeros = 8 - before.get().size() - after.get().size();
        if (zeros < 1) {
            return Optional.empty();
        }
        for (int i = 0; i < zeros; i++) {
            pieces.add(0);
        }
        pieces.addAll(after.get());
        return Optional.of(new Ipv6(List.copyOf(pieces)));
    }

    private static Optional<List<Integer>> pieces(String text, boolean mayEndInIpv4) {
        List<Integer> pieces = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(pieces);
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (PIECE.matcher(parts[i]).matches()) {
                pieces.add(Integer.parseInt(parts[i], 16));
            } else if (!last || !mayEndInIpv4 || !addIpv4(parts[i], pieces)) {
                return Optional.empty();
            }
        }
        return Optional.of(pieces);
    }

    private static boolean addIpv4(String dotted, List<Integer> pieces) {
        String[] octets = dotted.split("\\.", -1);
        if (octets.length != 4) {
            return false;
        }
        int[] values = new int[4];
        for (int i = 0; i < 4; i++) {
            if (!OCTET.matcher(octets[i]).matches() || Integer.parseInt(octets[i]) > 255) {
                return false;
            }
            values[i] = Integer.parseInt(octets[i]);
        }
        pieces.add(values[0] << 8 | values[1]);
        pieces.add(values[2] << 8 | values[3]);
        return true;
    }

    String text() {
        int start = 0;
        int length = 0;
        for (int i = 0; i < 8; i++) {
            int run = zerosFrom(i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        if (length < 2) {
            return hex(pieces);
        }
        return hex(pieces.subList(0, start)) + "::" + hex(pieces.subList(start + length, 8));
    }

    private int zerosFrom(int start) {
        int end = start;
        while (end < 8 && pieces.get(end) == 0) {
            end++;
        }
        return end - start;
    }

    private static String hex(List<Integer> pieces) {
        return pieces.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
    }
}
