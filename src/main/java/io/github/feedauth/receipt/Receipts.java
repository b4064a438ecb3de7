package io.github.feedauth.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedauth.npmrc.OwnedSetting;
import io.github.feedauth.npmrc.WrittenLine;
import io.github.feedauth.store.ConfigFile;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All receipts of a user. Written as text: one line each, its fields percent-encoded and separated by blanks, a field that is left
 * out as {@code -}.
 *
 * @param list the receipts, oldest first
 */
public record Receipts(List<Receipt> list) {
    private static final String HEADER =
            "# What feedauth:configure wrote, for feedauth:clean to take back. No secrets.\n";
    private static final String NONE = "-";
    private static final int FIELDS = 9;

    public Receipts {
        list = List.copyOf(list);
    }

    /** The file that they are kept in, in the folder of this program's state. */
    public static ConfigFile file(Path state) {
        return ConfigFile.user(state.resolve("receipts"));
    }

    /**
     * Reads them.
     *
     * @param content the file's bytes; empty where there is none. A line that is no receipt, as of another version, is passed over
     */
    public static Receipts parse(Optional<byte[]> content) {
        List<Receipt> receipts = new ArrayList<>();
        new String(content.orElse(new byte[0]), UTF_8)
                .lines()
                .forEach(line -> receipt(line).ifPresent(receipts::add));
        return new Receipts(receipts);
    }

    private static Optional<Receipt> receipt(String line) {
        String[] fields = line.split(" ", -1);
        if (fields.length != FIELDS || line.startsWith("#")) {
            return Optional.empty();
        }
        try {
            String key = decoded(fields[4]).orElse("");
            ConfigFile file = new ConfigFile(
                    Path.of(decoded(fields[1]).orElse("")), decoded(fields[2]).map(Path::of));
            WrittenLine written = new WrittenLine(
                    WrittenLine.Kind.valueOf(fields[7].toUpperCase(Locale.ROOT)),
                    key,
                    decoded(fields[5]),
                    decoded(fields[6]),
                    Optional.empty(),
                    Math.max(0, Integer.parseInt(fields[8])));
            return OwnedSetting.canBeKey(key)
                            && Path.of(decoded(fields[1]).orElse("")).isAbsolute()
                    ? Optional.of(new Receipt(
                            Path.of(decoded(fields[0]).orElse("")), file, fields[3].equals("created"), written))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The bytes to keep. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(HEADER);
        for (Receipt receipt : list) {
            text.append(encoded(Optional.of(receipt.module().toString())))
                    .append(' ')
                    .append(encoded(Optional.of(receipt.file().path().toString())))
                    .append(' ')
                    .append(encoded(receipt.file().projectFolder().map(Path::toString)))
                    .append(receipt.created() ? " created " : " found ")
                    .append(encoded(Optional.of(receipt.line().key())))
                    .append(' ')
                    .append(encoded(receipt.line().value()))
                    .append(' ')
                    .append(encoded(receipt.line().before()))
                    .append(' ')
                    .append(receipt.line().kind().name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(receipt.line().at())
                    .append('\n');
        }
        return text.toString().getBytes(UTF_8);
    }

    /**
     * These and what one edit of a file did. Where a line that was written before is written anew, what stood there first stays on
     * record; where somebody has changed it in between, what they left is what stood there. Where it is removed, what stood there
     * before it was written is what comes back. Of several receipts of a line, as of {@link #beside}, the one counts that says what
     * the file said, and the others go.
     */
    public Receipts with(List<Receipt> fresh) {
        List<Receipt> kept = new ArrayList<>(list);
        List<Receipt> added = new ArrayList<>();
        for (Receipt receipt : fresh) {
            Optional<Receipt> known = written(receipt);
            boolean ours = known.isPresent() && known.get().isFollowedBy(receipt);
            boolean gone = receipt.line().isRemoved();
            if (known.isPresent() && (ours || !gone)) {
                kept.removeIf(earlier -> !earlier.line().isRemoved() && earlier.isForSameLineAs(receipt));
            }
            if (!ours) {
                if (receipt.line().kind() != WrittenLine.Kind.NEW) {
                    kept.removeIf(earlier -> earlier.line().isRemoved() && earlier.isForSameLineAs(receipt));
                }
                added.add(receipt.onRecord());
            } else if (!gone) {
                added.add(known.get().writtenAnew(receipt));
            } else if (known.get().line().kind() == WrittenLine.Kind.REPLACED) {
                Receipt removed = known.get().removed(receipt);
                kept.remove(removed);
                added.add(removed);
            }
        }
        kept.addAll(added);
        return new Receipts(kept);
    }

    /**
     * These and those of the lines that these have no more, or with another value: what has to be on record while lines change, since
     * the old ones stand there until the new ones do. Which of the two does, the file tells.
     *
     * @param before what these came from, by {@link #with}
     */
    public Receipts beside(Receipts before) {
        List<Receipt> all = new ArrayList<>(list);
        for (Receipt receipt : before.list()) {
            if (!receipt.line().isRemoved() && list.stream().noneMatch(receipt::saysTheSameAs)) {
                all.add(receipt);
            }
        }
        return new Receipts(all);
    }

    /** The receipt of the line as it was before: rather the one that says what stood there. */
    private Optional<Receipt> written(Receipt fresh) {
        List<Receipt> same = list.stream()
                .filter(receipt ->
                        receipt.isForSameLineAs(fresh) && !receipt.line().isRemoved())
                .toList();
        return same.stream()
                .filter(receipt -> receipt.isFollowedBy(fresh))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    /** These without some. */
    public Receipts without(List<Receipt> gone) {
        List<Receipt> rest = new ArrayList<>(list);
        rest.removeAll(gone);
        return new Receipts(rest);
    }

    private static String encoded(Optional<String> field) {
        return field.isPresent() ? "=" + URLEncoder.encode(field.get(), UTF_8) : NONE;
    }

    private static Optional<String> decoded(String field) {
        return field.startsWith("=") ? Optional.of(URLDecoder.decode(field.substring(1), UTF_8)) : Optional.empty();
    }
}
