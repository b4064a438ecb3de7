package io.github.feedauth.configure;

import io.github.feedauth.failure.Printable;
import io.github.feedauth.npmrc.NpmrcDocument;
import io.github.feedauth.npmrc.OwnedLines;
import io.github.feedauth.npmrc.OwnedSetting;
import io.github.feedauth.store.ConfigFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code .npmrc} and the lines it is to have.
 *
 * @param file the file
 * @param lines what has to stand in it
 * @param environment the variables that npm expands in keys
 */
record PlannedNpmrc(ConfigFile file, List<OwnedLines> lines, Map<String, String> environment) implements PlannedFile {

    @Override
    public FileEdit edit(Optional<byte[]> content) {
        return FileEdit.of(document(content).apply(lines));
    }

    @Override
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (OwnedLines group : lines) {
            for (OwnedSetting setting : group.put()) {
                keys.add(setting.key());
            }
        }
        return keys;
    }

    /**
     * What the file holds now.
     *
     * @param content its bytes; empty where there is no file
     */
    NpmrcDocument document(Optional<byte[]> content) {
        return NpmrcDocument.parse(
                content.orElse(new byte[0]), Printable.name(file.path().toString()), environment);
    }
}
