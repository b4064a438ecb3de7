package io.github.feedauth.npmrc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.oracle.NpmRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated documents, read and edited by us and by {@code ini} and {@code env-replace} of npm 6, 8, 10, 11 and 12, an equal share of
 * them each. {@code -Dfeedauth.oracle.documents=5000000} asks for more, {@code -Dfeedauth.oracle.seed} for others.
 */
class NpmrcOracleTest {
    private static final int DOCUMENTS = Integer.getInteger("feedauth.oracle.documents", 100_000);
    private static final long SEED = Long.getLong("feedauth.oracle.seed", 20_261_124L);

    @Test
    void npm_reads_every_document_as_we_do_and_finds_exactly_our_edit_in_it(@TempDir Path folder) throws Exception {
        NastyDocuments documents = new NastyDocuments(SEED);
        List<NpmRelease> releases = NpmRelease.all();
        for (NpmRelease release : releases) {
            try (NpmOracle npm = NpmOracle.start(release, newest(releases), folder)) {
                int share = DOCUMENTS / releases.size();
                for (int i = 0; i < share; i++) {
                    NpmrcDocument document = Documents.document(documents.text());
                    List<OwnedLines> groups = documents.edit();
                    npm.ask(new OracleCase(document, groups).json(edit(document, groups)));
                }
                String answer = npm.answer();
                assertThat(answer)
                        .as("%s, seed %d", release, SEED)
                        .startsWith("SUMMARY ")
                        .contains("\"documents\":" + share + ",")
                        .contains("\"mismatches\":0}");
                System.out.println(release + " as the oracle: " + answer.trim());
            }
        }
    }

    @Test
    void a_hostile_key_or_value_is_refused_or_is_exactly_what_npm_reads(@TempDir Path folder) throws Exception {
        NastyDocuments documents = new NastyDocuments(SEED);
        List<NpmRelease> releases = NpmRelease.all();
        int share = DOCUMENTS / 5 / releases.size();
        for (NpmRelease release : releases) {
            int refused = 0;
            try (NpmOracle npm = NpmOracle.start(release, newest(releases), folder)) {
                for (int i = 0; i < share; i++) {
                    NpmrcDocument document = Documents.document(documents.text());
                    String key = documents.hostileKey();
                    String value = documents.hostileValue();
                    if (OwnedSetting.canBeKey(key) && OwnedSetting.canBeValue(value)) {
                        List<OwnedLines> groups = List.of(Documents.put(key, value));
                        npm.ask(new OracleCase(document, groups).json(edit(document, groups)));
                    } else {
                        refused++;
                    }
                }
                String answer = npm.answer();
                assertThat(answer)
                        .as("%s, seed %d", release, SEED)
                        .startsWith("SUMMARY ")
                        .contains("\"mismatches\":0}");
                assertThat(refused).isBetween(share / 2, share * 9 / 10);
                System.out.println(
                        release + " as the oracle of hostile settings: " + refused + " refused, " + answer.trim());
            }
        }
    }

    /** What npm's own tests of {@code ini} and {@code @npmcli/config} have in their files, in words of ours. */
    @Test
    void npms_own_cases_are_read_as_npm_reads_them(@TempDir Path folder) throws Exception {
        List<String> texts = fixtures();
        List<OwnedLines> groups = List.of(
                Documents.put("registry", "wanted", "//h/:username", "u"),
                Documents.remove("//registry.example.com/:_auth", "list"));
        List<NpmRelease> releases = NpmRelease.all();
        for (NpmRelease release : releases) {
            try (NpmOracle npm = NpmOracle.start(release, newest(releases), folder)) {
                for (String text : texts) {
                    NpmrcDocument document = Documents.document(text);
                    npm.ask(new OracleCase(document, groups).json(edit(document, groups)));
                }
                assertThat(npm.answer())
                        .as("%s", release)
                        .startsWith("SUMMARY {\"documents\":" + texts.size() + ",\"thrown\":0,")
                        .contains("\"refused\":0,\"mismatches\":0}");
            }
        }
    }

    /** As they stand, without the last line's end, after a byte order mark, and with the line ends of other systems. */
    private static List<String> fixtures() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/io/github/feedauth/npmrc/fixtures"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                texts.add(text);
                texts.add(text.stripTrailing());
                texts.add("\ufeff" + text);
                texts.add(text.replace("\n", "\r\n"));
                texts.add(text.replace('\n', '\r'));
            }
        }
        assertThat(texts).hasSizeGreaterThanOrEqualTo(25);
        return texts;
    }

    private static NpmRelease newest(List<NpmRelease> releases) {
        return releases.get(releases.size() - 1);
    }

    /** The edited document, {@code null} where it was refused; on the way, what holds for every edit is checked. */
    private static NpmrcDocument edit(NpmrcDocument document, List<OwnedLines> groups) {
        NpmrcDocument edited;
        try {
            edited = document.apply(groups).document();
        } catch (FeedAuthFailure hiddenKey) {
            return null;
        }
        assertThat(edited.apply(groups).changedLines())
                .as("seed %d, again: %s", SEED, document.text())
                .isEmpty();
        Set<String> owned = groups.stream()
                .flatMap(group -> group.put().stream())
                .map(OwnedSetting::key)
                .collect(Collectors.toSet());
        boolean foreign =
                document.apply(List.of(OwnedLines.remove(owned))).changedLines().isEmpty();
        if (foreign) {
            List<OwnedLines> clean = groups.stream()
                    .map(group -> new OwnedLines(
                            List.of(),
                            group.put().stream().map(OwnedSetting::key).collect(Collectors.toSet()),
                            group.markers()))
                    .toList();
            List<OwnedLines> put = groups.stream()
                    .map(group -> new OwnedLines(group.put(), Set.of(), group.markers()))
                    .toList();
            NpmrcDocument cleaned = document.apply(put).document().apply(clean).document();
            assertThat(cleaned.text()).as("seed %d, put and removed", SEED).isEqualTo(document.text());
        }
        return edited;
    }
}
