package io.github.feedauth.configure;

import io.github.feedauth.npmrc.ChangedLine;
import io.github.feedauth.npmrc.NpmrcEdit;
import io.github.feedauth.npmrc.WrittenLine;
import io.github.feedauth.yarnrc.YarnrcEdit;
import java.util.List;

/** What an edit makes of a file, whichever client's. */
final class FileEdit {
    private final byte[] bytes;
    private final List<ChangedLine> changedLines;
    private final List<WrittenLine> written;

    private FileEdit(byte[] bytes, List<ChangedLine> changedLines, List<WrittenLine> written) {
        this.bytes = bytes;
        this.changedLines = changedLines;
        this.written = written;
    }

    static FileEdit of(NpmrcEdit edit) {
        return new FileEdit(edit.document().bytes(), edit.changedLines(), edit.written());
    }

    static FileEdit of(YarnrcEdit edit) {
        return new FileEdit(edit.bytes(), edit.changedLines(), edit.written());
    }

    /** The file afterwards. */
    byte[] bytes() {
        return bytes;
    }

    /** What changed, with secrets masked; nothing where nothing had to. */
    List<ChangedLine> changedLines() {
        return changedLines;
    }

    /** What was done to which line; of an edit that takes back, what it could not give back. */
    List<WrittenLine> written() {
        return written;
    }

    /** Whether the file has to be written. */
    boolean isChange() {
        return !changedLines.isEmpty();
    }
}
