package io.github.feedauth.npmrc;

import java.math.BigDecimal;
import java.math.MathContext;

/** ECMAScript's {@code Number::toString}: the shortest digits that read back as the same number. */
final class JsNumber {
    private static final double EXACT_INTEGERS = 1L << 53;

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

    private static BigDecimal shortest(double positive) {
        BigDecimal exact = new BigDecimal(positive);
        for (int digits = 1; ; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
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
