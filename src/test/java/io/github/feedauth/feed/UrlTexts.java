package io.github.feedauth.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Random texts that are URLs, nearly URLs, or URLs somebody bent on purpose. */
final class UrlTexts {
    private static final List<String> ORDINARY_SCHEMES = split("https://¦http://¦HTTPS://");
    private static final List<String> ORDINARY_HOSTS = split(
            "pkgs.dev.azure.com¦PKGS.dev.Azure.com¦acme.pkgs.visualstudio.com¦localhost¦tfs.example.com¦127.1¦0x7f.0.0.1"
                    + "¦[2001:DB8::0:1]¦xn--bcher-kva.example¦bücher.example");
    private static final List<String> ORDINARY_SEGMENTS =
            split("acme¦My Project¦_packaging¦Web¦Web@Release¦npm¦registry¦%20¦é¦..¦.¦%2e%2E");

    private static final List<String> SCHEMES = split(
            "https://¦http://¦HTTPS://¦https:¦https:/¦http:\\\\¦https:///¦ht\ntp://¦ https://¦ftp://¦¦file:///¦javascript:");
    private static final List<String> HOSTS = split(
            "evil-dev.azure.com¦example.com.¦127.0.0.1¦017700000001¦2130706433¦1.2.3.4.¦1.2.3.256¦0x¦09.1¦1.2.3.4.5¦256"
                    + "¦4294967295¦4294967296¦0xffffffff¦a.0x1g¦[::1]¦[1:0:0:2::3]¦[::ffff:127.0.0.1]¦[1:2:3:4:5:6:7::]"
                    + "¦[1::¦[::1%25eth0]¦[1::2::3]¦[0:0:1:0:0:0:1:0]¦[:1]¦[1:2:3:4:5:6:1.2.3.4]¦[::1¦[]¦[::]¦[::01.2.3.4]"
                    + "¦BÜCHER.example¦faß.de¦XN--Bcher-KVA.example¦xn--fa-hia.de¦xn--a¦xn--¦xn--zca¦日本語.jp¦ελλάς.gr¦ΕΛΛΑΔΑ.gr"
                    + "¦пример.рф¦кафе\u0301.рф¦한국.kr¦a\u200db.com¦ｅｘａｍｐｌｅ.com¦a。b¦%41zure.com¦%e3%81%82.jp¦a%2eb¦a%2fb¦a_b"
                    + "¦a..b¦.a¦-a-¦a;b¦a=b¦a b¦a|b¦a^b¦¦user@h¦user:pw@h¦user%40x@h¦h%00¦א.com¦नमस्ते.in¦ไทย.th¦xn--4ca9at"
                    + "¦xn--80ak6aa92e.com¦\u212a.com¦ſ.com");
    private static final List<String> PORTS =
            split(":¦:443¦:80¦:8080¦:0¦:00443¦:65535¦:65536¦:99999999999¦:8a¦:-1¦: 1");
    private static final List<String> SEGMENTS = split(
            "nuget¦v3¦index.json¦¦%2e¦.%2e¦...¦a\\b¦%c3%a9¦%C3%A9¦日本¦\uD83D\uDE00¦{x}¦${HOME}¦\"q\"¦'q'¦<>¦`¦|¦^¦[a]¦a=b"
                    + "¦a;b¦a:b¦a,b¦a+b¦%2F¦%zz¦%¦a\tb¦a\nb¦\u2028¦\u0001¦\u007f¦\u0085¦\ufeff¦~¦!$&()*¦_artifacts¦feed");
    private static final List<String> ENDS = split("/¦¦?¦?a=b¦#¦#x¦?a#b¦ ¦\r\n¦\\");
    private static final String MUTATIONS =
            "/\\:@?#%.[]{}^|;='\" \t\r\n\u0001\u007f\u0085\u00e9\u00df\u03c2\u2028\u3002\uff0faA0xX-_~";
    private static final String PUNYCODE_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789-";

    private final Random random;

    UrlTexts(long seed) {
        this.random = new Random(seed);
    }

    private static List<String> split(String texts) {
        return Pattern.compile("¦").splitAsStream(texts).toList();
    }

    /** A text without NUL or lone surrogates, which the way to the oracle would not keep. */
    String next() {
        while (true) {
            String text = compose();
            if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                return text;
            }
        }
    }

    private String compose() {
        boolean ordinary = random.nextInt(3) > 0;
        StringBuilder text = new StringBuilder(one(ordinary ? ORDINARY_SCHEMES : SCHEMES));
        text.append(random.nextInt(20) == 0 ? randomLetters() : one(ordinary ? ORDINARY_HOSTS : HOSTS));
        text.append(random.nextInt(4) == 0 ? one(PORTS) : "");
        for (int segments = random.nextInt(7); segments > 0; segments--) {
            text.append(random.nextInt(20) == 0 ? '\\' : '/');
            text.append(one(random.nextInt(6) > 0 ? ORDINARY_SEGMENTS : SEGMENTS));
        }
        text.append(ordinary ? "/" : one(ENDS));
        for (int mutations = Math.max(0, random.nextInt(6) - 3); mutations > 0; mutations--) {
            mutate(text);
        }
        return text.toString();
    }

    /** A host of random letters of any script, or of a random punycode label. */
    private String randomLetters() {
        boolean punycode = random.nextBoolean();
        int block = random.nextInt(0x300) << 8;
        StringBuilder host = new StringBuilder(punycode ? "xn--" : "");
        for (int length = 1 + random.nextInt(7); length > 0; length--) {
            int codePoint = punycode
                    ? PUNYCODE_DIGITS.charAt(random.nextInt(PUNYCODE_DIGITS.length()))
                    : block + random.nextInt(256);
            host.appendCodePoint(random.nextInt(5) == 0 ? 'e' : Math.max(1, codePoint));
        }
        return host.append(".example").toString();
    }

    private void mutate(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        char c = MUTATIONS.charAt(random.nextInt(MUTATIONS.length()));
        switch (random.nextInt(3)) {
            case 0 -> text.insert(at, c);
            case 1 -> text.replace(at, Math.min(at + 1, text.length()), String.valueOf(c));
            default -> text.delete(at, Math.min(at + 1, text.length()));
        }
    }

    private String one(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
