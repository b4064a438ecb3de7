package io.github.feedauth.npmrc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/** Documents and edits made of what an {@code .npmrc} can go wrong with, from a seed. */
final class NastyDocuments {
    static final List<String> OWNED = List.of(
            "//h/:_password",
            "//h/:username",
            "//h/:_authToken",
            "//h.x/a/:_password",
            "//h.x/a/:username",
            "registry",
            "@s:registry",
            "always-auth",
            "//h/:email");
    private static final CommentMarkers MARKERS = new CommentMarkers("; begin auth token", "; end auth token");
    private static final String[] OTHER_KEYS = {
        "x",
        "y",
        "a.b",
        "a",
        "//h2/:_password",
        "//h/x/:_password",
        "__proto__",
        "registry.x",
        "ca[]",
        "x[]",
        "[]",
        "",
        "'5'",
        "'[1,2]'",
        "'null'",
        "\"q\"",
        "\"q",
        "'",
        "\"",
        "'{\"a\":1}'",
        "'[\"a\",null,[\"b\"]]'",
        "${H}",
        "${N}x",
        "\\${H}",
        "\\\\${H}",
        "${N?}y",
        "${H?}z",
        "${",
        "${}",
        "k\\;l",
        "k;l",
        "k#l",
        "k\\",
        "\\\\k",
        "\u00e9",
        "\ud83d\ude00",
        "[s",
        "a\u2028b",
        "h\\.x",
        "//h",
        "//h\\.x/a/:username",
        "'\"\\ud800\"'",
        "hasOwnProperty",
        "__proto__[]",
        "'\"x[]\"'",
        "undefined"
    };
    private static final String[] VALUES = {
        "",
        "v",
        "wanted",
        "other",
        "true",
        "false",
        "null",
        "'true'",
        "\"null\"",
        "\"v\"",
        "'v'",
        "'\"v\"'",
        "v ; c",
        "v#c",
        "v\\;w",
        "v\\#w",
        "v\\\\w",
        "v\\",
        "\\v",
        "${V}",
        "${V?}",
        "${N}",
        "${N?}",
        "\\${V}",
        "\\\\${V}",
        "a${V}b${EMPTY}",
        "${V",
        "\u2028",
        "v\u2029w",
        "\u0000",
        "v\u0000",
        "\u00e9",
        "\ud83d\ude00",
        "'0'",
        "'1e21'",
        "'-0'",
        "'1.50'",
        "'123456789012345678901'",
        "'5e-324'",
        "'[1,\"a\",null,true]'",
        "'[]'",
        "'{\"a\":1}'",
        "'{}'",
        "\"\\u0041\\n\"",
        "\"a\tb\"",
        "'\"a\\x\"'",
        "=",
        "a=b",
        " v ",
        "\u00a0v\u3000",
        "\"a\"b\"",
        "'",
        "\"",
        "[",
        "undefined",
        "https://h/npm/registry/",
        "\"1.7976931348623157e308\"",
        "'2.5e-7'",
        "'1e-7'",
        "'123.456e10'"
    };
    private static final String[] LINES = {
        "[s]",
        "[s] ",
        "[s]\t",
        " [s]",
        "[a.b]",
        "[a\\.b]",
        "[]",
        "[\"q\"]",
        "['5']",
        "[__proto__]",
        "[s]x",
        "[s]=1",
        "[s",
        "[//h/:_password]",
        "[registry.x]",
        "[registry]",
        "[always-auth.y.z]",
        "[//h.x/a/:_password]",
        "[//h\\.x/a/:_password]",
        "[s;t]",
        "[${H}:_password]",
        "[__proto__.a.b]",
        "[a] ; c",
        "; comment",
        "  # comment",
        ";",
        "; begin auth token",
        "; end auth token",
        " ; end auth token ",
        "",
        " ",
        "\t",
        "\u3000",
        "\u00a0",
        "=",
        "=v",
        "x",
        "//h/:_password",
        "\u2028",
        "\ufeff",
        "\ufeff[s]",
        "\u0000"
    };
    private static final String[] LINE_ENDS = {"\n", "\n", "\n", "\r\n", "\r\n", "\r", "\n\n", "\r\r\n", "\n\r"};
    private static final String NOISE = "=;#[]\"'\\${}?. \t\r\n\u2028\u2029\ufeff\u0000\u00a0\u00e9_/:@axv1nt,";

    private final SplittableRandom random;

    NastyDocuments(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        if (oneIn(10)) {
            text.append('\ufeff');
        }
        int lines = random.nextInt(8);
        for (int i = 0; i < lines; i++) {
            text.append(line()).append(i + 1 == lines && oneIn(2) ? "" : pick(LINE_ENDS));
        }
        if (oneIn(3)) {
            mutate(text);
        }
        String wellFormed = wellFormed(text.toString());
        return looksLikeUtf16(wellFormed) ? wellFormed.replace("\u0000", "") : wellFormed;
    }

    private static boolean looksLikeUtf16(String text) {
        return text.chars().filter(c -> c == 0).count() * 5 > text.length();
    }

    private String line() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> pick(LINES);
            case 3 -> noise();
            case 4, 5, 6 -> spelled(pick(OWNED)) + "=" + value();
            default -> key() + "=" + value();
        };
    }

    private String key() {
        return oneIn(10) ? noise() : pick(OTHER_KEYS);
    }

    private String value() {
        return oneIn(10) ? noise() : pick(VALUES);
    }

    private String spelled(String key) {
        return switch (random.nextInt(12)) {
            case 0 -> "\"" + key + "\"";
            case 1 -> "'" + key + "'";
            case 2 -> "'[\"" + key + "\"]'";
            case 3 -> key.replace("//h/", "${H}");
            case 4 -> key + "[]";
            case 5 -> " \t" + key + " ";
            case 6 -> key + ";x";
            case 7 -> "\u00a0" + key + "\u3000";
            case 8 -> key.replace("//h", "${H?}h");
            default -> key;
        };
    }

    private String noise() {
        StringBuilder noise = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            noise.append(noiseChar());
        }
        return noise.toString();
    }

    private char noiseChar() {
        return NOISE.charAt(random.nextInt(NOISE.length()));
    }

    private void mutate(StringBuilder text) {
        for (int i = random.nextInt(3); i >= 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, noiseChar());
                default -> text.setCharAt(at, noiseChar());
            }
        }
    }

    /** A surrogate that lost its partner has no UTF-8. */
    private static String wellFormed(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Up to three groups of keys, put, removed or left alone, some of them between markers. */
    List<OwnedLines> edit() {
        List<String> keys = new ArrayList<>(OWNED);
        Collections.shuffle(keys, new Random(random.nextLong()));
        List<OwnedLines> groups = new ArrayList<>();
        int next = 0;
        for (int group = random.nextInt(3); group >= 0; group--) {
            List<OwnedSetting> put = new ArrayList<>();
            Set<String> remove = new HashSet<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                String key = keys.get(next++);
                if (oneIn(3)) {
                    remove.add(key);
                } else {
                    put.add(new OwnedSetting(key, wanted(key)));
                }
            }
            groups.add(new OwnedLines(put, remove, oneIn(2) ? Optional.of(MARKERS) : Optional.empty()));
        }
        return groups;
    }

    /** A key that a feed's URL, a scope or an attacker could come to. */
    String hostileKey() {
        return switch (random.nextInt(4)) {
            case 0 -> key();
            case 1 -> "//h/" + noise() + ":username";
            default -> "//h/a" + noiseChar() + "b/:username";
        };
    }

    /** A user name or a password likewise. */
    String hostileValue() {
        return switch (random.nextInt(8)) {
            case 0 -> value() + "\n//h/:_authToken=x";
            case 1, 2 -> value();
            case 3 -> "u" + noise() + "v";
            default -> "u" + noiseChar() + "v";
        };
    }

    private String wanted(String key) {
        if (key.equals("always-auth")) {
            return "true";
        }
        return oneIn(30) ? "" : pick("wanted", "v", "a=b==", "https://h/npm/registry/", "\\v", "\u00e9 \ud83d\ude00");
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
