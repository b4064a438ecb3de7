package io.github.feedauth.npmrc;

import io.github.feedauth.failure.FeedAuthFailure;
import java.nio.charset.StandardCharsets;

/** From bytes to text: UTF-8, or a refusal that tells how to convert. */
public final class TextDecoding {
    private static final char REPLACEMENT = '\ufffd';

    private final byte[] content;
    private final String where;

    private TextDecoding(byte[] content, String where) {
        this.content = content;
        this.where = where;
    }

    /**
     * The content as text without a loss, a byte order mark included.
     *
     * @throws FeedAuthFailure if it is UTF-16, or not valid UTF-8
     */
    static String decode(byte[] content, String where) {
        return new TextDecoding(content, where).decode();
    }

    /**
     * The content as Node gives it to npm and Yarn, a byte order mark included: with U+FFFD for each {@link MalformedByte}.
     * They differ in how many there are for half of a surrogate pair: one here, three with Node.
     *
     * @throws FeedAuthFailure if it is UTF-16
     */
    public static String decodeAsNode(byte[] content, String where) {
        new TextDecoding(content, where).refuseUtf16();
        return new String(content, StandardCharsets.UTF_8);
    }

    private String decode() {
        refuseUtf16();
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            refuseInvalidUtf8();
        }
        return text;
    }

    private void refuseUtf16() {
        if (startsWith(0xff, 0xfe)) {
            throw utf16("UTF-16", "Unicode");
        }
        if (startsWith(0xfe, 0xff)) {
            throw utf16("UTF-16", "BigEndianUnicode");
        }
        if (content.length < 4) {
            return;
        }
        int[] zeros = new int[2];
        for (int i = 0; i < content.length; i++) {
            if (content[i] == 0) {
                zeros[i % 2]++;
            }
        }
        int halfOfTheUnits = content.length / 4;
        if (zeros[0] == 0 && zeros[1] > halfOfTheUnits) {
            throw utf16("UTF-16LE", "Unicode");
        }
        if (zeros[1] == 0 && zeros[0] > halfOfTheUnits) {
            throw utf16("UTF-16BE", "BigEndianUnicode");
        }
    }

    private boolean startsWith(int first, int second) {
        return content.length >= 2 && (content[0] & 0xff) == first && (content[1] & 0xff) == second;
    }

    private FeedAuthFailure utf16(String iconvName, String dotNetName) {
        return new FeedAuthFailure(
                "The file is " + iconvName + ", which npm cannot read: it has to be UTF-8",
                where,
                conversion(iconvName, "[Text.Encoding]::" + dotNetName));
    }

    private void refuseInvalidUtf8() {
        MalformedByte.firstIn(content).ifPresent(bad -> {
            throw new FeedAuthFailure(
                    "The file is not valid UTF-8: byte " + bad.offset() + ", in line " + bad.line()
                            + ", begins no character",
                    where,
                    conversion("WINDOWS-1252", "[Text.Encoding]::GetEncoding(1252)"));
        });
    }

    private String conversion(String iconvName, String dotNetEncoding) {
        String powerShell = "$f='%s'; [IO.File]::WriteAllText($f, [IO.File]::ReadAllText($f, %s))"
                .formatted(where.replace("'", "''"), dotNetEncoding);
        String shell =
                "f='%s'; t=$(mktemp) && iconv -f %s -t UTF-8 \"$f\" > \"$t\" && cat \"$t\" > \"$f\"; rm -f \"$t\""
                        .formatted(where.replace("'", "'\\''"), iconvName);
        return "Convert it to UTF-8 and run this again. If it is " + iconvName + ", in PowerShell:\n  " + powerShell
                + "\nin a Unix shell:\n  " + shell + "\nor save it as UTF-8 in an editor";
    }
}
