package io.github.feedauth.npmrc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** ECMAScript's {@code Number::toString}: the shortest digits that read back as the same number. */
final class JsNumber {
    private static final double EXACT_INTEGERS = 1L << 53;
    private static final int ALWAYS_DISTINCT_DIGITS = 15;

    private JsNumber() {}

    static String text(double value) {
        if (Double.isInfinite(value)) {
            return value < 0 ? "-Infinity" : "Infinity";
        }
        if (Math.rint(value) == value && Math.abs(value) < EXACT_INTEGERS) {
            return Long.toString((long) value);
        }
        return value < 0 ? "-" + layOut(shortest(-value)) : layOut(shortest(value));
    }

    /**
     * The JDK's own digits read back, but may be more than needed. Not so up to 15 of them, where no two decimals are the same normal
     * number: that spares the exact value, which can have hundreds of digits.
     */
    private static BigDecimal shortest(double positive) {
        BigDecimal candidate = new BigDecimal(Double.toString(positive)).stripTrailingZeros();
        if (candidate.precision() <= ALWAYS_DISTINCT_DIGITS && positive >= Double.MIN_NORMAL) {
            return candidate;
        }
        BigDecimal exact = new BigDecimal(positive);
        for (int digits = 1; ; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == positive) {
                return rounded.stripTrailingZeros();
            }
        }
    }

    private static String layOut(BigDecimal shortest) {
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        if (point > 21 || point <= -6) {
            int exponent = point - 1;
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
        }
        return shortest.toPlainString();
    }
}
