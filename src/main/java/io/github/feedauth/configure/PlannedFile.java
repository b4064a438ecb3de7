package io.github.feedauth.configure;

import io.github.feedauth.store.ConfigFile;
import java.util.List;
import java.util.Optional;

/** A file and what it is to have. */
sealed interface PlannedFile permits PlannedNpmrc, PlannedYarnrc {

    /** The file. */
    ConfigFile file();

    /**
     * The edit of what the file holds now.
     *
     * @param content its bytes; empty where there is no file
     * @throws io.github.feedauth.failure.FeedAuthFailure where it can't be edited
     */
    FileEdit edit(Optional<byte[]> content);

    /** The keys of the lines that it is to have, as receipts name them. */
    List<String> keys();
}
