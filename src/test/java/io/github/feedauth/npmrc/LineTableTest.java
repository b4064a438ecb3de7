package io.github.feedauth.npmrc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTableTest {

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "a, a",
        "a\\n, a|",
        "a\\nb, a|b",
        "a\\r\\nb\\r\\n, a|b|",
        "a\\rb\\r, a|b|",
        "\\n\\n, ||",
        "\\r\\r, ||",
        "\\n\\r, ||",
        "\\r\\r\\n, ||",
        "a\\r\\r\\n\\nb, a|||b",
        "\\r, |",
        "\\n, |",
        "\\r\\n, |"
    })
    void a_line_ends_with_crlf_lf_or_a_lone_cr(String text, String contents) {
        String decoded = text.translateEscapes();
        LineTable lines = LineTable.of(decoded);
        List<String> found = new ArrayList<>();
        for (int line = 0; line < lines.count(); line++) {
            found.add(decoded.substring(lines.start(line), lines.contentEnd(line)));
        }
        if (lines.count() > 0 && lines.contentEnd(lines.count() - 1) < lines.end(lines.count() - 1)) {
            found.add("");
        }
        assertThat(String.join("|", found)).isEqualTo(contents);
        assertThat(lines.start(lines.count())).isEqualTo(decoded.length());
    }

    @ParameterizedTest
    @CsvSource({
        "'', \\n",
        "a, \\n",
        "\\n, \\n",
        "\\r, \\r",
        "a\\r, \\r",
        "\\r\\n, \\r\\n",
        "a\\r\\nb\\n, \\r\\n",
        "a\\nb\\r\\n, \\n",
        "a\\rb\\n, \\n",
        "a\\rb\\r\\n, \\r\\n"
    })
    void new_lines_end_like_the_first_one_with_a_line_feed(String text, String lineEnd) {
        assertThat(LineTable.of(text.translateEscapes()).lineEnd()).isEqualTo(lineEnd.translateEscapes());
    }

    @Test
    void any_number_of_lines_fits() {
        for (int lines = 0; lines < 40; lines++) {
            assertThat(LineTable.of("\n".repeat(lines)).count()).isEqualTo(lines);
            assertThat(LineTable.of("\n".repeat(lines) + "x").count()).isEqualTo(lines + 1);
        }
    }
}
