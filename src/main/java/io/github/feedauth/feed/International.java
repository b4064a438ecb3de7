package io.github.feedauth.feed;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Host names with letters beyond ASCII. The JDK encodes by IDNA2003, npm (through Node) by UTS #46 non-transitional; this takes
 * only names that both encode alike: lower-case letters of a common script that no normalization changes. Names already in
 * punycode are taken where their letters are of that kind, {@code ß} and {@code ς} included.
 */
final class International {
    static final String ACE_PREFIX = "xn--";
    private static final String ENCODED_DIFFERENTLY = "\u00df\u03c2\u1e9e\u0130\u200c\u200d";
    private static final String LOWER_CASE_OF_ITS_OWN = "\u03c2\u0131";
    private static final char IOTA_SUBSCRIPT = '\u0345';
    private static final Set<UnicodeScript> SCRIPTS = Set.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.DEVANAGARI);

    private International() {}

    /** The host in lower-case punycode; empty where the standards may differ or npm would refuse it. */
    static Optional<String> toAscii(String host) {
        List<Optional<String>> labels = Arrays.stream(host.split("\\.", -1))
                .map(International::labelToAscii)
                .toList();
        if (labels.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(labels.stream().map(Optional::get).collect(Collectors.joining(".")));
    }

    private static Optional<String> labelToAscii(String label) {
        String lower = label.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (label.codePoints().allMatch(c -> c < 0x80)) {
            return lower.startsWith(ACE_PREFIX) && !isValidAce(lower) ? Optional.empty() : Optional.of(lower);
        }
        boolean standardsDiffer = label.codePoints().anyMatch(c -> ENCODED_DIFFERENTLY.indexOf(c) >= 0)
                || !Normalizer.isNormalized(label, Normalizer.Form.NFKC);
        if (standardsDiffer || !isPlainWord(lower)) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(lower))
                    .filter(ascii -> ascii.startsWith(ACE_PREFIX))
                    .filter(ascii -> decode(ascii).filter(lower::equals).isPresent());
        } catch (IllegalArgumentException unassignedOrTooLong) {
            return Optional.empty();
        }
    }

    private static Optional<String> decode(String ace) {
        return Punycode.decode(ace.substring(ACE_PREFIX.length()));
    }

    private static boolean isValidAce(String label) {
        return decode(label)
                .filter(decoded -> decoded.codePoints().anyMatch(c -> c > 0x7f))
                .filter(International::isPlainWord)
                .isPresent();
    }

    private static boolean isPlainWord(String label) {
        return Normalizer.isNormalized(label, Normalizer.Form.NFKC)
                && Normalizer.normalize(label, Normalizer.Form.NFD).indexOf(IOTA_SUBSCRIPT) < 0
                && !isMark(label.codePointAt(0))
                && label.codePoints().allMatch(International::isPlain);
    }

    private static boolean isPlain(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint == '-' || Character.isDigit(codePoint) || Character.isLowerCase(codePoint);
        }
        boolean letter = Character.isLetter(codePoint) || isMark(codePoint);
        return letter
                && isCaseFolded(codePoint)
                && SCRIPTS.contains(UnicodeScript.of(codePoint))
                && !UnicodeBlock.HANGUL_JAMO.equals(UnicodeBlock.of(codePoint));
    }

    private static boolean isCaseFolded(int codePoint) {
        boolean folded = Character.toLowerCase(Character.toUpperCase(codePoint)) == codePoint;
        return folded || LOWER_CASE_OF_ITS_OWN.indexOf(codePoint) >= 0;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
