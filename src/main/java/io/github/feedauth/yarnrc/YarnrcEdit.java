package io.github.feedauth.yarnrc;

import io.github.feedauth.npmrc.ChangedLine;
import io.github.feedauth.npmrc.WrittenLine;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What an edit makes of a file.
 *
 * @param text the file afterwards, a byte order mark included; the same where nothing had to change
 * @param changedLines what changed, with secrets masked
 * @param written the settings that were written, by {@link YarnSetting#name()}
 */
public record YarnrcEdit(String text, List<ChangedLine> changedLines, List<WrittenLine> written) {
    public YarnrcEdit {
        changedLines = List.copyOf(changedLines);
        written = List.copyOf(written);
    }

    /** The bytes to write. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
