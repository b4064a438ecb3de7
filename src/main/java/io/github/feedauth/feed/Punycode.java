package io.github.feedauth.feed;

import java.util.Optional;

/** The decoder of RFC 3492, which the JDK has but keeps to itself: {@code java.net.IDN} hides what IDNA2003 would not encode. */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;

    private Punycode() {}

    /** @param encoded lower case, without {@code xn--}; empty is returned for text that no encoder produces */
    static Optional<String> decode(String encoded) {
        int delimiter = encoded.lastIndexOf('-');
        StringBuilder decoded = new StringBuilder(delimiter < 0 ? "" : encoded.substring(0, delimiter));
        int codePoint = 128;
        int bias = 72;
        int position = 0;
        int next = delimiter + 1;
        int length = decoded.length();
        while (next < encoded.length()) {
            long delta = 0;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = next < encoded.length() ? digit(encoded.charAt(next++)) : -1;
                delta += digit * weight;
                if (digit < 0 || delta > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                int threshold = Math.max(T_MIN, Math.min(T_MAX, k - bias));
                if (digit < threshold) {
                    break;
                }
                weight *= BASE - threshold;
            }
            length++;
            bias = adapt((int) delta, length, position == 0 && codePoint == 128);
            long place = position + delta;
            codePoint += (int) Math.min(place / length, Character.MAX_CODE_POINT);
            position = (int) (place % length);
            if (!Character.isValidCodePoint(codePoint) || Character.getType(codePoint) == Character.SURROGATE) {
                return Optional.empty();
            }
            decoded.insert(decoded.offsetByCodePoints(0, position), Character.toChars(codePoint));
            position++;
        }
        return Optional.of(decoded.toString());
    }

    private static int digit(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
    }

    private static int adapt(int delta, int length, boolean first) {
        int rest = first ? delta / 700 : delta / 2;
        rest += rest / length;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + 38);
    }
}
