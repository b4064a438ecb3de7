package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A second process that changes two files when it is told to, under {@code strace}. */
final class TracedChild implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final String thread;

    private TracedChild(Process process) throws IOException {
        this.process = process;
        this.answers = process.inputReader(UTF_8);
        this.orders = process.outputWriter(UTF_8);
        this.thread = answers.readLine();
    }

    /**
     * Starts one and has it change files twice, so that all classes are loaded.
     *
     * @param scratch a folder for what it changes then
     */
    static TracedChild start(Path scratch) throws IOException {
        Process process = Child.piped("obey");
        TracedChild child = new TracedChild(process);
        TwoFiles files = TwoFiles.in(scratch);
        child.order(files);
        child.order(files);
        child.order(new TwoFiles(scratch.resolve("missing")));
        return child;
    }

    /**
     * Has it change the files while it is traced.
     *
     * @param log where the trace goes
     * @param expressions of {@code strace -e}: what to trace and what to inject
     * @return its answer; empty when it died
     */
    Optional<String> change(TwoFiles files, Path log, String... expressions) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("strace", "-o", log.toString(), "-p", thread));
        for (String expression : expressions) {
            command.addAll(List.of("-e", expression));
        }
        Process tracer = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader told = tracer.errorReader(UTF_8)) {
            String attached = told.readLine();
            if (attached == null || !attached.contains("attached")) {
                throw new IOException("strace does not trace: " + attached);
            }
            return order(files);
        } finally {
            tracer.destroy();
            tracer.waitFor();
        }
    }

    private Optional<String> order(TwoFiles files) throws IOException {
        orders.write(files.folder() + "\n");
        orders.flush();
        return Optional.ofNullable(answers.readLine());
    }

    /** Waits until it is dead. */
    int exitValue() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It lives");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
