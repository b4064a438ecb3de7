package io.github.feedauth.bench;

import io.github.feedauth.npmrc.CommentMarkers;
import io.github.feedauth.npmrc.NpmrcDocument;
import io.github.feedauth.npmrc.OwnedLines;
import io.github.feedauth.npmrc.OwnedSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a file's bytes to its settings, and from a file's bytes to the edited file's bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class NpmrcBenchmark {
    private static final String PREFIX = "//pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/:";
    private static final CommentMarkers MARKERS = new CommentMarkers("; begin auth token", "; end auth token");

    @Param({"1kB", "100kB", "1MiB"})
    private String size;

    private byte[] file;
    private byte[] configured;

    @Setup
    public void read() throws IOException {
        file = Files.readAllBytes(Path.of("target", "files", size + ".npmrc"));
        configured = edited(file);
        if (parsed(configured).apply(lines()).isChange()) {
            throw new IllegalStateException("not configured");
        }
    }

    /** Every setting, as {@code ini.parse} gives them. */
    @Benchmark
    public Map<String, String> reading() {
        return parsed(file).configuration();
    }

    /** A credential put into a file that has none. */
    @Benchmark
    public byte[] editing() {
        return edited(file);
    }

    /** What nearly every build does: the credential stands. */
    @Benchmark
    public boolean nothingToChange() {
        return parsed(configured).apply(lines()).isChange();
    }

    private static byte[] edited(byte[] content) {
        return parsed(content).apply(lines()).document().bytes();
    }

    private static NpmrcDocument parsed(byte[] content) {
        return NpmrcDocument.parse(content, ".npmrc", System.getenv());
    }

    private static List<OwnedLines> lines() {
        return List.of(OwnedLines.put(List.of(
                        new OwnedSetting(PREFIX + "username", "AzureDevOps"),
                        new OwnedSetting(PREFIX + "_password", "c2VjcmV0c2VjcmV0c2VjcmV0")))
                .between(MARKERS));
    }
}
