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
 * @param written what was done to which setting, by {@link YarnSetting#name()}; of an edit that takes back, what it could not give
 *     back, since it may be a secret
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
