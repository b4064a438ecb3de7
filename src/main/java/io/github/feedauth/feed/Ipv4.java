package io.github.feedauth.feed;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The IPv4 parser of the WHATWG URL standard: one to four decimal, octal ({@code 0…}) or hexadecimal ({@code 0x…}) parts. */
final class Ipv4 {
    private Ipv4() {}

    /** Whether a lower-case host counts as an IPv4 address, valid or not, because its last part is a number. */
    static boolean endsInNumber(String host) {
        List<String> parts = parts(host);
        String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        return areDigits(last, 10) || number(last).isPresent();
    }

    /** The dotted form, or empty where it is no address, or one out of range. */
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
        if (leading < 0 || leading > 3 || numbers.get(leading).bitLength() > 8 * (4 - leading)) {
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
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', start)) {
            parts.add(host.substring(start, dot));
            start = dot + 1;
        }
        if (start < host.length()) {
            parts.add(host.substring(start));
        }
        return parts;
    }

    private static boolean areDigits(String text, int radix) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), radix) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static Optional<BigInteger> number(String part) {
        int radix = part.startsWith("0x") ? 16 : part.length() > 1 && part.startsWith("0") ? 8 : 10;
        String digits = radix == 16 ? "0" + part.substring(2) : part;
        return areDigits(digits, radix) ? Optional.of(new BigInteger(digits, radix)) : Optional.empty();
    }
}
