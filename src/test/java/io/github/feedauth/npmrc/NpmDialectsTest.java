package io.github.feedauth.npmrc;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import io.github.feedauth.oracle.NpmRelease;
import io.github.feedauth.oracle.OracleScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of differences between the npms in {@code src/test/oracle/README.md}, row by row. */
class NpmDialectsTest {
    private static final String HEADER = "| what | file |";

    /** @param loaded what the releases hold of the file, by the name over the column */
    private record Row(String what, String file, Map<String, Object> loaded) {}

    @Test
    void every_release_reads_as_the_table_says(@TempDir Path scratch) throws Exception {
        List<Row> rows = rows();
        JsonArray files = new JsonArray(rows.stream().map(Row::file).toList());
        for (NpmRelease npm : NpmRelease.all()) {
            JsonArray answers = JsonParser.array()
                    .from(new OracleScript(scratch).ask("npm-dialects.cjs", JsonWriter.string(files), npm.folder()));
            for (Row row : rows) {
                assertThat(answers.get(rows.indexOf(row)))
                        .as("%s: %s", npm, row.what())
                        .isEqualTo(row.loaded().get(npm.toString()));
            }
        }
    }

    @Test
    void we_read_as_the_table_says() throws Exception {
        for (Row row : rows()) {
            if (row.loaded().get("we").equals("fails")) {
                continue;
            }
            Map<String, String> expected = new TreeMap<>();
            ((JsonObject) row.loaded().get("we")).forEach((key, value) -> expected.put(key, text(value)));
            assertThat(Documents.document(row.file()).configuration())
                    .as(row.what())
                    .containsExactlyInAnyOrderEntriesOf(expected);
        }
    }

    @Test
    void in_every_row_an_npm_differs_from_us() throws Exception {
        assertThat(rows())
                .hasSizeGreaterThan(10)
                .allSatisfy(row -> assertThat(row.loaded().values())
                        .anySatisfy(loaded ->
                                assertThat(loaded).isNotEqualTo(row.loaded().get("we"))));
    }

    private static String text(Object value) {
        if (value instanceof JsonArray list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return value instanceof JsonObject ? "[object Object]" : value == null ? "" : value.toString();
    }

    private static List<Row> rows() throws IOException, JsonParserException {
        List<String> lines = Files.readAllLines(Path.of("src/test/oracle/README.md"));
        int header = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(HEADER))
                .findFirst()
                .orElseThrow());
        List<String> names = cells(lines.get(header));
        List<Row> rows = new ArrayList<>();
        for (int i = header + 2; i < lines.size() && lines.get(i).startsWith("|"); i++) {
            List<String> cells = cells(lines.get(i));
            Map<String, Object> loaded = new TreeMap<>();
            for (int column = 2; column < names.size(); column++) {
                for (String name : names.get(column).split(", ", -1)) {
                    loaded.put(name, json(cells.get(column)));
                }
            }
            rows.add(new Row(cells.get(0), (String) json(cells.get(1)), loaded));
        }
        return rows;
    }

    private static Object json(String cell) throws JsonParserException {
        return JsonParser.any().from(cell.substring(1, cell.length() - 1));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::trim)
                .toList();
    }
}
