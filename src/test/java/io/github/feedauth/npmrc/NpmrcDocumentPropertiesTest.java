package io.github.feedauth.npmrc;

import static io.github.feedauth.npmrc.Documents.document;
import static io.github.feedauth.npmrc.Documents.put;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpmrcDocumentPropertiesTest {
    private static final CommentMarkers MARKERS = new CommentMarkers("; begin auth token", "; end auth token");
    private static final int MEBIBYTE = 1 << 20;

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.longs().map(seed -> new NastyDocuments(seed).text());
    }

    @Property(seed = "20261124")
    void a_document_is_kept_byte_for_byte(@ForAll("texts") String text) {
        byte[] content = text.getBytes(UTF_8);
        assertThat(document(text).bytes()).isEqualTo(content);
        assertThat(document(text).apply(List.of()).document().bytes()).isEqualTo(content);
    }

    @Property(seed = "20261124")
    void lines_of_others_are_kept_in_their_order(@ForAll("texts") String text) {
        OwnedLines lines = put("//own/:username", "u", "//own/:_password", "p").between(MARKERS);
        String edited = Documents.apply(text, lines);
        assertThat(edited.replace("\ufeff", ""))
                .endsWith(text.replace("\ufeff", ""))
                .hasSizeGreaterThan(text.replace("\ufeff", "").length());
    }

    @Property(seed = "20261124")
    void put_and_removed_gives_the_bytes_back(@ForAll("texts") String text) {
        List<OwnedLines> put = List.of(
                put("//own/:username", "u", "//own/:_password", "p").between(MARKERS), put("own", "1", "owned", "2"));
        List<OwnedLines> clean = List.of(
                OwnedLines.remove(Set.of("//own/:username", "//own/:_password")).between(MARKERS),
                OwnedLines.remove(Set.of("own", "owned")));
        NpmrcDocument edited = document(text).apply(put).document();
        assertThat(edited.apply(put).document()).isSameAs(edited);
        assertThat(edited.apply(clean).document().bytes()).isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void ten_thousand_entries_are_read_and_edited() {
        String text = IntStream.range(0, 10_000)
                .mapToObj(i -> "//host%d.example.com/path/:_password=%s%n".formatted(i, "c2VjcmV0".repeat(8)))
                .collect(Collectors.joining());
        String key = "//host5000.example.com/path/:_password";
        String edited = Documents.apply(text, put(key, "v"));
        assertThat(text).hasSizeGreaterThan(MEBIBYTE * 9 / 10);
        assertThat(document(edited).entries()).hasSize(10_000);
        assertThat(document(edited).value(key)).hasValue("v");
        assertThat(edited).hasSize(text.length() - 63);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\r",
                "k=v\n",
                "k[]=1\n",
                "k[]\r",
                "[",
                "[s]\n",
                "[s] \nk=1\n",
                "\\",
                "${",
                "\\${",
                "${H}",
                "k='[",
                "\"",
                "'1'\n",
                "; begin\nk=v\n",
                "k='[1,[\"\\u0041\"]]'\n",
                "k=null\n",
                "a.",
                "[a.b\\.c]\n",
                "k=\ufeff\n",
                "\ufeffk\n",
                "k='1e-300'\n"
            })
    void the_cost_is_linear_in_the_size(String unit) {
        String many = unit.repeat(MEBIBYTE / 4 / unit.length());
        OwnedLines lines = put("own", "1", "k", "2").between(new CommentMarkers("; begin", "; end"));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            NpmrcDocument document = document("k='" + many + "'\n" + many);
            document.entries();
            document.value("k");
            document.expandedValue("k");
            return document.apply(List.of(lines)).document().bytes();
        });
    }
}
