package io.github.feedauth.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonWriter;
import io.github.feedauth.oracle.NpmRelease;
import io.github.feedauth.oracle.OracleScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Generated files: npm 11 and npm 12 refuse the keys without a registry that we say they do, at the lines' own level, and no others. */
@Timeout(120)
class RefusedKeysOracleTest {
    private static final int SET_UPS = Integer.getInteger("feedauth.oracle.configurations", 300);
    private static final long SEED = Long.getLong("feedauth.oracle.seed", 20_261_130L);
    private static final List<String> KEYS = List.of(
            "_authToken", "_auth", "username", "_password", "_authtoken", "-authtoken", "email", "certfile", "keyfile");
    private static final List<String> VALUES = List.of(
            "",
            "",
            "x",
            "false",
            "null",
            "\"\"",
            "\" \"",
            "0",
            "${SET}",
            "${UNSET}",
            "${UNSET?}",
            "\\${SET}",
            "; none");

    private final Random random = new Random(SEED);

    @TempDir
    Path temp;

    @Test
    void npm_refuses_what_we_say() throws Exception {
        List<Desk> desks = new ArrayList<>();
        for (int i = 0; i < SET_UPS; i++) {
            Desk desk = new Desk(Files.createDirectory(temp.resolve("s" + i)));
            desk.environment.put("SET", "set");
            desk.project(lines()).user(lines());
            desks.add(desk);
        }
        Map<Integer, NpmRelease> npms = NpmRelease.byMajor();
        JsonArray ofNpm11 = ask(npms.get(11), desks);
        JsonArray ofNpm12 = ask(npms.get(12), desks);
        int refused = 0;
        for (int i = 0; i < SET_UPS; i++) {
            Set<String> by11 = new TreeSet<>(strings(ofNpm11.getArray(i)));
            Set<String> by12 = new TreeSet<>(strings(ofNpm12.getArray(i)));
            by12.removeAll(by11);
            CheckReport report = desks.get(i).check();
            assertThat(found(report, desks.get(i), Code.UNSCOPED_CREDENTIAL))
                    .as("seed %d, set-up %d", SEED, i)
                    .containsExactlyElementsOf(by11);
            assertThat(found(report, desks.get(i), Code.TOP_LEVEL_EMAIL))
                    .as("seed %d, set-up %d", SEED, i)
                    .containsExactlyElementsOf(by12);
            refused += by11.size() + by12.size();
        }
        assertThat(refused).isGreaterThan(SET_UPS);
    }

    /** As npm has it: the level and the key, sorted; of each there is to be one finding. */
    private static List<String> found(CheckReport report, Desk desk, Code code) {
        return report.all()
                .filter(finding -> finding.code() == code)
                .map(finding ->
                        (finding.place().orElseThrow().name().startsWith(desk.home.toString()) ? "user " : "project ")
                                + finding.message().replaceFirst(" .*", ""))
                .sorted()
                .toList();
    }

    private String lines() {
        StringBuilder lines = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            lines.append(KEYS.get(random.nextInt(KEYS.size())))
                    .append('=')
                    .append(VALUES.get(random.nextInt(VALUES.size())))
                    .append('\n');
        }
        return lines.toString();
    }

    private static List<String> strings(JsonArray list) {
        return list.stream().map(Object::toString).toList();
    }

    private JsonArray ask(NpmRelease npm, List<Desk> desks) throws Exception {
        JsonArray questions = new JsonArray();
        for (Desk desk : desks) {
            JsonObject question = new JsonObject();
            question.put("cwd", desk.project.toString());
            question.put("env", new JsonObject(desk.environment));
            questions.add(question);
        }
        return JsonParser.array()
                .from(new OracleScript(temp)
                        .ask(
                                "npm-refused.mjs",
                                JsonWriter.string(questions),
                                npm.folder().toAbsolutePath()));
    }
}
