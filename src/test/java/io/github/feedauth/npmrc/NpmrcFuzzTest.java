package io.github.feedauth.npmrc;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.feedauth.failure.FeedAuthFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What holds for the bytes of any file. A normal run gives it the files kept in {@code src/test/resources}; Jazzer looks for others with
 *
 * <pre>JAZZER_FUZZ=1 mvn test -Dinvoker.skip -Djazzer.hooks=true -Dtest='NpmrcFuzzTest#an_edit*'</pre>
 *
 * one method at a time.
 */
class NpmrcFuzzTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("H", "//h/", "V", "wanted", "EMPTY", "");
    private static final CommentMarkers MARKERS = new CommentMarkers("; begin", "; end");
    private static final String USER = "//h/:username";
    private static final String PASSWORD = "//h/:_password";
    private static final Set<String> KEYS = Set.of(USER, PASSWORD, "registry");

    /** The configurations that are made in turns, each on what the one before left. */
    private static final List<List<OwnedLines>> EDITS = List.of(
            List.of(Documents.put(USER, "u", PASSWORD, "cA==").between(MARKERS)),
            List.of(Documents.put(PASSWORD, "cQ=="), Documents.put("registry", "https://h/")),
            List.of(Documents.put(PASSWORD, "cQ==", "registry", "wanted").removing(Set.of(USER))));

    @FuzzTest(maxDuration = "5m")
    void a_file_is_read_or_refused(byte[] file) {
        read(file).ifPresent(document -> {
            assertThat(document.bytes()).isEqualTo(file);
            document.entries().forEach(entry -> assertThat(entry.toString()).startsWith("line "));
            Map<String, String> configuration = document.configuration();
            configuration.keySet().forEach(key -> {
                assertThat(document.value(key)).isPresent();
                assertThat(document.expandedValue(key)).isPresent();
            });
        });
    }

    @FuzzTest(maxDuration = "5m")
    void an_edit_changes_what_is_ours_and_nothing_else(byte[] file) {
        read(file).ifPresent(document -> {
            NpmrcDocument edited = document;
            for (List<OwnedLines> groups : EDITS) {
                Optional<NpmrcDocument> next = apply(edited, groups);
                if (next.isEmpty()) {
                    return;
                }
                edited = next.get();
                assertThat(edited.apply(groups).isChange()).as("again").isFalse();
                assertStands(edited, groups);
            }
            assertThat(withoutOurs(edited).bytes())
                    .as("bytes that are not ours")
                    .isEqualTo(withoutOurs(document).bytes());
            if (withoutOurs(document) == document) {
                NpmrcDocument configured = edited(document, EDITS.get(0));
                assertThat(withoutOurs(configured).bytes())
                        .as("configured and removed")
                        .isEqualTo(file);
            }
        });
    }

    private static void assertStands(NpmrcDocument document, List<OwnedLines> groups) {
        for (OwnedLines group : groups) {
            for (OwnedSetting setting : group.put()) {
                assertThat(document.expandedValue(setting.key())).hasValue(setting.value());
            }
        }
    }

    private static NpmrcDocument edited(NpmrcDocument document, List<OwnedLines> groups) {
        return document.apply(groups).document();
    }

    private static NpmrcDocument withoutOurs(NpmrcDocument document) {
        return edited(document, List.of(OwnedLines.remove(KEYS).between(MARKERS)));
    }

    private static Optional<NpmrcDocument> read(byte[] file) {
        try {
            return Optional.of(NpmrcDocument.parse(file, "/home/me/.npmrc", ENVIRONMENT));
        } catch (FeedAuthFailure noUtf8) {
            return Optional.empty();
        }
    }

    private static Optional<NpmrcDocument> apply(NpmrcDocument document, List<OwnedLines> groups) {
        try {
            return Optional.of(edited(document, groups));
        } catch (FeedAuthFailure hiddenKey) {
            return Optional.empty();
        }
    }
}
