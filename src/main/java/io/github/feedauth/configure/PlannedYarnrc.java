package io.github.feedauth.configure;

import io.github.feedauth.failure.Printable;
import io.github.feedauth.store.ConfigFile;
import io.github.feedauth.yarnrc.YarnLines;
import io.github.feedauth.yarnrc.YarnSetting;
import io.github.feedauth.yarnrc.YarnrcDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code .yarnrc.yml} and the settings it is to have.
 *
 * @param file the file
 * @param lines what has to stand in it
 */
record PlannedYarnrc(ConfigFile file, List<YarnLines> lines) implements PlannedFile {

    @Override
    public FileEdit edit(Optional<byte[]> content) {
        return FileEdit.of(document(content).apply(lines));
    }

    @Override
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (YarnLines group : lines) {
            for (YarnSetting setting : group.put()) {
                keys.add(setting.name());
            }
        }
        return keys;
    }

    /** What the file holds now. */
    YarnrcDocument document(Optional<byte[]> content) {
        return YarnrcDocument.of(
                content.orElse(new byte[0]), Printable.name(file.path().toString()));
    }
}
