package io.github.feedauth.oracle;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The {@code ini} of the npm on this machine, asked what it reads in files. */
public final class NpmIni {
    private NpmIni() {}

    /**
     * What each text holds, in the same order.
     *
     * @param scratch a folder for the question and the answer
     */
    public static List<JsonObject> read(Path scratch, List<String> texts)
            throws IOException, InterruptedException, JsonParserException {
        Path in = Files.writeString(scratch.resolve("in"), JsonWriter.string(texts));
        Path out = scratch.resolve("out");
        Process node = new ProcessBuilder(
                        "node", Path.of("src/test/oracle/npm-ini.mjs").toString())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (node.waitFor() != 0) {
            throw new IOException("npm's ini could not be asked");
        }
        JsonArray read = JsonParser.array().from(Files.readString(out));
        if (read.size() != texts.size()) {
            throw new IOException(read.size() + " answers to " + texts.size() + " questions");
        }
        return read.stream().map(JsonObject.class::cast).toList();
    }
}
