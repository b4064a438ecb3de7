package io.github.feedauth.feed;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The IPv4 parser of the WHATWG URL standard: one to four decimal, octal ({@code 0…}) or hexadecimal ({@code 0x…}) parts. */
final class Ipv4 {
    private static final Pattern PART = Pattern.compile("0x([0-9a-f]*)|(0[0-7]+)|(0|[1-9][0-9]*)");
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private Ipv4() {}

    /** Whether a lower-case host counts as an IPv4 address, valid or not, because its last part is a number. */
    static boolean endsInNumber(String host) {
        List<String> parts = parts(host);
        String last = parts.get(parts.size() - 1);
        return DIGITS.matcher(last).matches() || number(last).isPresent();
    }

    /** The dotted form, or empty where the address is out of range. */
    static Optional<String> parse(String host) {
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : parts(host)) {
            Optional<BigInteger> number = number(part);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(number.get());
        }
        int leading = numbers.size() - 1;
        if (leading > 3 || numbers.get(leading).bitLength() > 8 * (4 - leading)) {
            return Optional.empty();
        }
        long address = numbers.get(leading).longValueExact();
        for (int i = 0; i < leading; i++) {
            if (numbers.get(i).bitLength() > 8) {
                return Optional.empty();
            }
            address |= numbers.get(i).longValueExact() << (8 * (3 - i));
        }
        return Optional.of(
                (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255));
    }

    private static List<String> parts(String host) {
        return DOT.splitAsStream(host).toList();
    }

    private static Optional<BigInteger> number(String part) {
        var match = PART.matcher(part);
        if (!match.matches()) {
            return Optional.empty();
        }
        if (match.group(1) != null) {
            return Optional.of(new BigInteger("0" + match.group(1), 16));
        }
        return Optional.of(match.group(2) != null ? new BigInteger(part, 8) : new BigInteger(part));
    }
}
