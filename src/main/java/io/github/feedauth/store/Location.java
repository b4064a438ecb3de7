package io.github.feedauth.store;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a file really is, all links followed.
 *
 * @param folder its folder, without links
 * @param name its name in that folder
 * @param missing the folders that do not exist yet, outermost first; the last of them is {@code folder}
 */
record Location(Path folder, String name, List<Path> missing) {
    Path target() {
        return folder.resolve(name);
    }
}
