package io.github.feedauth.npmrc;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import java.util.List;
import java.util.Optional;

/** Objects of a file that npm would put in the place of a key that is to be put, so that the key cannot be given its value. */
final class HiddenKeys {
    private final NpmrcDocument document;
    private final Ownership ownership;
    private final List<TopLevelLine> topLevel;

    HiddenKeys(NpmrcDocument document, Ownership ownership, List<TopLevelLine> topLevel) {
        this.document = document;
        this.ownership = ownership;
        this.topLevel = topLevel;
    }

    /** @throws FeedAuthFailure if there is one */
    void refuse() {
        for (TopLevelLine line : topLevel) {
            IniLine.Assignment assignment = line.assignment();
            Landing landing = Landing.of(assignment.key());
            if (landing.moves() && hides(landing.key()) && isObject(assignment) && stays(assignment.key())) {
                throw failure(line.line(), landing.key());
            }
        }
        for (SectionLine section : document.sections()) {
            refuse(section);
        }
    }

    private void refuse(SectionLine section) {
        Landing landing = Landing.of(section.name());
        Optional<OwnedSetting> ofThatName = put(section.name());
        if (ofThatName.isPresent() && !yieldsTo(ofThatName.get(), section.name())) {
            throw failure(section.line(), section.name());
        }
        if (landing.moves() && hides(landing.key())) {
            throw failure(section.line(), landing.key());
        }
    }

    /** A section makes way for a key of its own name that stands before it, spelled without a variable, and has a value. */
    private boolean yieldsTo(OwnedSetting setting, String section) {
        return setting.key().equals(section) && setting.readBack().isTruthy() && !isPutBySpellingWithVariable(setting);
    }

    private boolean isPutBySpellingWithVariable(OwnedSetting setting) {
        for (TopLevelLine line : topLevel) {
            String key = line.assignment().key();
            if (EnvExpansion.mayHoldVariable(key)
                    && put(key).filter(setting::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isObject(IniLine.Assignment assignment) {
        IniValue value = assignment.value();
        return !assignment.appends() && (value instanceof IniValue.Mapping || value instanceof IniValue.Null);
    }

    private boolean hides(String key) {
        return put(key).isPresent();
    }

    private boolean stays(String key) {
        return ownership.of(key).isEmpty();
    }

    private Optional<OwnedSetting> put(String key) {
        Optional<Ownership.Owned> owned = ownership.of(key);
        return owned.isPresent() ? owned.get().setting() : Optional.empty();
    }

    private FeedAuthFailure failure(int line, String key) {
        return new FeedAuthFailure(
                "npm would read line " + (line + 1) + " as the value of " + Printable.name(key)
                        + ", whatever that key is set to",
                document.where(),
                "Remove the line or give it another name");
    }
}
