package io.github.feedauth.yarnrc;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.npmrc.TextDecoding;
import io.github.feedauth.npmrc.WrittenLine;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Yarn's configuration file as it is. What is edited is maps in block style, one key a line. Whatever else YAML knows stays as it
 * is where it does not touch our settings, and is refused where it does.
 */
public final class YarnrcDocument {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** At the beginning of a line, or of an entry of a map in braces, where the value ends too. */
    private static final Pattern CREDENTIAL = Pattern.compile(
            "(?:^|[{,])\\s*([\"']?)npmAuth(?:Ident|Token)\\1[ \t]*:[ \t]*(\"[^\"]*\"|'[^']*'|[^\\s,}]+)");

    private static final Set<String> NO_VALUE = Set.of("", "null", "~");

    private final String text;
    private final String where;

    private YarnrcDocument(String text, String where) {
        this.text = text;
        this.where = where;
    }

    /**
     * Takes a file.
     *
     * @param content its bytes; none for a file that is not there
     * @param where its name, fit for a message
     * @throws FeedAuthFailure where it is not UTF-8
     */
    public static YarnrcDocument of(byte[] content, String where) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return new YarnrcDocument(text.toString(), where);
        } catch (CharacterCodingException e) {
            throw new FeedAuthFailure("The file is not valid UTF-8", where, "Save it as UTF-8 in an editor", e);
        }
    }

    /**
     * Takes a file as Yarn reads it, with U+FFFD for what is no UTF-8. Not to be edited: its bytes are others then.
     *
     * @param where its name, fit for a message
     * @throws FeedAuthFailure where it is UTF-16
     */
    public static YarnrcDocument asYarnReads(byte[] content, String where) {
        return new YarnrcDocument(TextDecoding.decodeAsNode(content, where), where);
    }

    /**
     * The file with what has to stand in it.
     *
     * @throws FeedAuthFailure with the lines to write by hand, secrets left out, where the file can't be edited safely
     */
    public YarnrcEdit apply(List<YarnLines> groups) {
        try {
            YarnrcEditing editing = open();
            for (YarnLines group : groups) {
                for (YarnSetting setting : group.put()) {
                    editing.put(setting);
                }
                // Afterwards, since nothing can be put into a map that this has emptied.
                for (String name : group.remove()) {
                    editing.remove(name);
                }
            }
            return close(editing);
        } catch (Unsafe e) {
            throw failure(
                    e,
                    "Write that part as a map in block style, one key a line. These lines have to be in the file:\n"
                            + pasted(groups));
        }
    }

    /**
     * The file without what was written. Settings that have another value by now stay, and a map that is empty afterwards goes. Where
     * what was replaced is not known, a secret goes and any other setting stays.
     *
     * @throws FeedAuthFailure where the file can't be edited safely
     */
    public YarnrcEdit takeBack(List<WrittenLine> written) {
        try {
            YarnrcEditing editing = open();
            for (WrittenLine line : written) {
                editing.takeBack(line);
            }
            return close(editing);
        } catch (Unsafe e) {
            List<String> names = new ArrayList<>();
            for (WrittenLine line : written) {
                names.add("  " + line.key());
            }
            throw failure(e, "Remove these settings by hand:\n" + String.join("\n", names));
        }
    }

    /**
     * The settings among these paths that the file has, as {@code line 3: npmScopes.contoso.npmAuthToken}, without their values. What
     * can't be read has none.
     *
     * @param names paths with a blank between their keys
     */
    public List<String> found(List<String> names) {
        List<String> found = new ArrayList<>();
        try {
            YarnrcMaps all = maps();
            for (String name : names) {
                int line = all.lineOf(name);
                if (line >= 0) {
                    found.add("line " + (line + 1) + ": " + name.replace(' ', '.'));
                }
            }
        } catch (Unsafe e) {
            return List.of();
        }
        return found;
    }

    /**
     * The plain value of a setting; empty where there is none.
     *
     * @param path its keys, the outermost first
     * @throws Unsafe where the file has it in a form that is not read here
     */
    public Optional<YarnrcValue> value(List<String> path) {
        return maps().value(path);
    }

    /**
     * Whether there is a setting, or a map of settings, even if it is an empty one.
     *
     * @throws Unsafe as {@link #value}
     */
    public boolean has(List<String> path) {
        return maps().has(path);
    }

    /** Whether a credential stands in it as it is, wherever and in whatever style; one that holds a variable does not count. */
    public boolean holdsCredential() {
        return lines(text.substring(markLength())).stream()
                .flatMap(line -> CREDENTIAL.matcher(line.beforeComment()).results())
                .map(found -> YarnLine.unquoted(found.group(2)))
                .anyMatch(value -> !NO_VALUE.contains(value) && !value.startsWith("#") && !value.contains("${"));
    }

    private YarnrcMaps maps() {
        return new YarnrcMaps(lines(text.substring(markLength())));
    }

    private YarnrcEditing open() {
        return new YarnrcEditing(lines(text.substring(markLength())));
    }

    private YarnrcEdit close(YarnrcEditing editing) {
        return new YarnrcEdit(text.substring(0, markLength()) + editing.text(), editing.changes(), editing.written());
    }

    private int markLength() {
        return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    }

    private FeedAuthFailure failure(Unsafe e, String nextStep) {
        return new FeedAuthFailure(e.getMessage() + ": it can't be edited safely", where, nextStep);
    }

    private static String pasted(List<YarnLines> groups) {
        YarnrcEditing empty = new YarnrcEditing(List.of());
        for (YarnLines group : groups) {
            for (YarnSetting setting : group.put()) {
                empty.put(
                        setting.kind() == YarnSetting.Kind.SECRET
                                ? new YarnSetting(setting.path(), "<your credential>", setting.kind())
                                : setting);
            }
        }
        return empty.text().stripTrailing();
    }

    private static List<YarnLine> lines(String text) {
        List<YarnLine> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                boolean crlf = i > start && text.charAt(i - 1) == '\r';
                lines.add(new YarnLine(text.substring(start, crlf ? i - 1 : i), crlf ? "\r\n" : "\n"));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(new YarnLine(text.substring(start), ""));
        }
        return lines;
    }
}
