package io.github.feedauth.store;

import java.nio.file.Path;
import java.util.List;

/**
 * Somebody who takes no lock, such as npm, changed the file between our reading and our writing. Not a failure: begin again with
 * what the file says now. {@link ConfigFiles#update} does.
 */
public final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient List<Outcome> done;

    ChangedMeanwhile(Path file, List<Outcome> done) {
        super("Changed meanwhile: " + file);
        this.file = file;
        this.done = List.copyOf(done);
    }

    /** The file that changed. */
    public Path file() {
        return file;
    }

    /** What the commit had already written when it noticed; mostly nothing. */
    public List<Outcome> done() {
        return done;
    }
}
