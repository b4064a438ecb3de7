package io.github.feedauth.npmrc;

import io.github.feedauth.failure.FeedAuthFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An {@code .npmrc}: immutable, read as the {@code ini} module of npm 6 to 12 reads it, and edited so that every byte that is
 * not ours stays. Line ends, comments, a byte order mark, sections, and lines that npm drops are kept as they stand.
 */
public final class NpmrcDocument {
    static final String BYTE_ORDER_MARK = "\ufeff";

    private final String text;
    private final LineTable lines;
    private final String where;
    private final EnvExpansion environment;
    private TopLevel topLevel;

    NpmrcDocument(String text, String where, EnvExpansion environment) {
        this.text = text;
        this.lines = LineTable.of(text);
        this.where = where;
        this.environment = environment;
    }

    /**
     * Reads a file's content.
     *
     * @param content UTF-8, with or without a byte order mark
     * @param where the file's name, for messages
     * @param environment the environment variables that are set, for {@code ${NAME}} in keys and values
     * @throws FeedAuthFailure if the content is UTF-16, with or without a byte order mark, or not valid UTF-8
     */
    public static NpmrcDocument parse(byte[] content, String where, Map<String, String> environment) {
        return new NpmrcDocument(TextDecoding.decode(content, where), where, new EnvExpansion(environment));
    }

    /**
     * Reads a file's content as npm does, which takes U+FFFD for a {@link MalformedByte}. Not to be edited: its bytes are others then.
     *
     * @throws FeedAuthFailure if the content is UTF-16
     */
    public static NpmrcDocument parseAsNpm(byte[] content, String where, Map<String, String> environment) {
        return new NpmrcDocument(TextDecoding.decodeAsNode(content, where), where, new EnvExpansion(environment));
    }

    /** The document of a file that does not exist yet. */
    public static NpmrcDocument empty() {
        return new NpmrcDocument("", ".npmrc", new EnvExpansion(Map.of()));
    }

    /** The content, UTF-8; what {@link #parse} got, where nothing was edited. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Every line that npm reads as a key, in the order of the file. Comments and the lines that npm drops are left out. */
    public List<NpmrcEntry> entries() {
        List<NpmrcEntry> entries = new ArrayList<>();
        Optional<String> section = Optional.empty();
        for (int line = 0; line < lines.count(); line++) {
            IniLine read = read(line);
            if (read instanceof IniLine.Header header) {
                section = Optional.of(header.name());
            } else if (read instanceof IniLine.Assignment found && !found.key().equals("__proto__")) {
                entries.add(new NpmrcEntry(
                        line + 1,
                        section,
                        found.key(),
                        found.appends(),
                        found.value().asText()));
            }
        }
        return entries;
    }

    /**
     * The value that npm takes for a key at top level: the last one, a list's items joined by commas. {@code ${NAME}} is expanded
     * in the file's keys, not in the value.
     *
     * @param key as npm looks for it
     */
    public Optional<String> value(String key) {
        Optional<IniValue> value = topLevel().value(key);
        return value.isPresent() ? Optional.of(value.get().asText()) : Optional.empty();
    }

    /** As {@link #value}, with {@code ${NAME}} expanded in the value too, as npm 11 does; a list is left as it is written. */
    public Optional<String> expandedValue(String key) {
        Optional<IniValue> value = topLevel().value(key);
        return value.isPresent() ? Optional.of(expanded(value.get())) : Optional.empty();
    }

    private String expanded(IniValue value) {
        Optional<String> text = value.text();
        return text.isPresent() ? environment.expand(JsWhitespace.trim(text.get())) : value.asText();
    }

    /**
     * What npm's configuration takes from the file: every key at top level, expanded, in the order of the file, and its value as
     * {@link #expandedValue} gives it. A value that ECMAScript takes for false, such as {@code false} or {@code null}, is empty:
     * npm treats a credential of such a value as if it were not there, but takes it before the same key of another file.
     */
    public Map<String, String> configuration() {
        Map<String, String> configuration = new LinkedHashMap<>();
        for (Map.Entry<String, IniValue> entry : topLevel().values().entrySet()) {
            configuration.put(entry.getKey(), configured(entry.getValue()));
        }
        return configuration;
    }

    /** As npm's {@code parse-field.js}, which takes the words that mean nothing before it expands variables. */
    private String configured(IniValue value) {
        Optional<String> text = value.text().map(JsWhitespace::trim);
        if (text.isPresent()) {
            return switch (text.get()) {
                case "false", "null", "undefined" -> "";
                default -> environment.expand(text.get());
            };
        }
        return value.isTruthy() ? value.asText() : "";
    }

    /**
     * The variables that are not set, and that the value of a key at top level refers to; by the keys of {@link #configuration()}, those
     * without any left out. npm expands none in a list. {@code NAME?} is one that older clients know by that name only.
     */
    public Map<String, Set<String>> unsetInValues() {
        Map<String, Set<String>> unset = new LinkedHashMap<>();
        topLevel()
                .values()
                .forEach((key, value) -> putUnset(unset, key, value.text().orElse("")));
        return unset;
    }

    /** As {@link #unsetInValues()}, those that the key itself refers to. */
    public Map<String, Set<String>> unsetInKeys() {
        Map<String, Set<String>> unset = new LinkedHashMap<>();
        topLevel().writtenKeys().forEach(written -> putUnset(unset, environment.expand(written), written));
        return unset;
    }

    /** Of several spellings of a key the last counts. */
    private void putUnset(Map<String, Set<String>> unset, String key, String text) {
        Set<String> names = environment.unsetWithMarks(text);
        if (names.isEmpty()) {
            unset.remove(key);
        } else {
            unset.put(key, names);
        }
    }

    /**
     * The lines of the keys of {@link #configuration()}, counted from 1: of each the last that every npm reads; a section's header
     * where that is what gives the key.
     */
    public Map<String, Integer> configurationLines() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (SectionLine section : sections()) {
            numbers.put(section.name(), section.line() + 1);
        }
        for (TopLevelLine line : topLevelLines()) {
            if (line.forEveryNpm()) {
                numbers.put(environment.expand(line.assignment().key()), line.line() + 1);
            }
        }
        return numbers;
    }

    /**
     * Makes every group stand as it is asked for.
     *
     * <ul>
     *   <li>A line is ours if its key, decoded and expanded, equals one of the groups' keys and any npm from 6 on reads it at top
     *       level. Within a section it is not.
     *   <li>A key that stands gets its value in its last line, unless that line reads so already; its other lines, and
     *       {@code key[]}, go.
     *   <li>Keys that do not stand come at the top of the document, after a byte order mark, in the order of the groups; where
     *       some of their group stand, right after the last of those; before it, where it ends the document without a line end.
     *   <li>A group with markers that stands complete, between its markers and with no line between them but its own and removed
     *       ones, is changed in place. Otherwise its lines go, and the whole block comes at the top.
     *   <li>Where lines of a group with markers go, and the line directly before them is its begin marker and the one directly
     *       after them its end marker, both markers go too.
     * </ul>
     *
     * <p>Applying the same groups again changes nothing; removing what an edit put into a document without lines of ours gives the
     * document's bytes back.
     *
     * @throws IllegalArgumentException naming the key, if it is in two groups and put in one of them
     * @throws FeedAuthFailure if a section of the file takes the place of a key that is to be put
     */
    public NpmrcEdit apply(List<OwnedLines> groups) {
        return new EditPlan(this, groups).apply();
    }

    /**
     * Takes back what edits did: a line goes, becomes what it replaced, or comes back. A line that is known to say something else by
     * now than what was written is somebody's own, and stays; what a secret was is not known. Where what was replaced is not known
     * either, a credential's line goes and any other stays. Comment lines around the lines go as in {@link #apply}.
     *
     * @param written what was done
     * @param markers the comment lines that may stand around them
     */
    public NpmrcEdit takeBack(List<WrittenLine> written, CommentMarkers markers) {
        return new TakeBack(this, written, markers).edit();
    }

    /** The keys at top level, up to the last line that any npm still reads there. */
    List<TopLevelLine> topLevelLines() {
        List<TopLevelLine> found = new ArrayList<>();
        boolean forEveryNpm = true;
        for (int line = 0; line < lines.count(); line++) {
            IniLine read = read(line);
            if (read instanceof IniLine.Assignment assignment) {
                found.add(new TopLevelLine(line, assignment, forEveryNpm));
            } else if (read instanceof IniLine.Header header) {
                if (header.forEveryNpm()) {
                    break;
                }
                forEveryNpm = false;
            }
        }
        return found;
    }

    /** The sections' headers, in the order of the file. */
    List<SectionLine> sections() {
        List<SectionLine> found = new ArrayList<>();
        for (int line = 0; line < lines.count(); line++) {
            if (text.charAt(lines.start(line)) == '[' && read(line) instanceof IniLine.Header header) {
                found.add(new SectionLine(line, header.name()));
            }
        }
        return found;
    }

    private TopLevel topLevel() {
        if (topLevel == null) {
            topLevel = new TopLevel(topLevelLines(), sections(), environment);
        }
        return topLevel;
    }

    /** A line's meaning. npm knows no byte order mark: it is white space before the first line. */
    private IniLine read(int line) {
        return IniLine.read(text, lines.start(line), lines.contentEnd(line));
    }

    /** The index of the first character of the line that may be replaced: after a byte order mark. */
    int editStart(int line) {
        return line == 0 && text.startsWith(BYTE_ORDER_MARK) ? 1 : lines.start(line);
    }

    NpmrcDocument withText(String edited) {
        return new NpmrcDocument(edited, where, environment);
    }

    String text() {
        return text;
    }

    LineTable lines() {
        return lines;
    }

    String where() {
        return where;
    }

    EnvExpansion environment() {
        return environment;
    }
}
