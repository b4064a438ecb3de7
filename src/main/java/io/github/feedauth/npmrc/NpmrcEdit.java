package io.github.feedauth.npmrc;

import java.util.List;

/**
 * What an edit makes of a document.
 *
 * @param document the document afterwards; the same one where nothing had to change
 * @param changedLines what changed, in the order of the file
 * @param written what was done to which line; of an edit that takes back, what it could not give back, since it may be a secret
 */
public record NpmrcEdit(NpmrcDocument document, List<ChangedLine> changedLines, List<WrittenLine> written) {
    public NpmrcEdit {
        changedLines = List.copyOf(changedLines);
        written = List.copyOf(written);
    }

    /** Whether the document has to be written. */
    public boolean isChange() {
        return !changedLines.isEmpty();
    }
}
