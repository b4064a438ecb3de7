package io.github.feedauth.yarnrc;

import java.util.List;
import java.util.Set;

/**
 * What has to stand in the file, and what must not.
 *
 * @param put the settings to have
 * @param remove the paths, with {@code .} replaced by one blank between their keys, of settings that must not be there
 */
public record YarnLines(List<YarnSetting> put, Set<String> remove) {
    public YarnLines {
        put = List.copyOf(put);
        remove = Set.copyOf(remove);
    }
}
