package io.github.feedauth.project;

import io.github.feedauth.credential.Secret;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The agent of Azure Pipelines that runs this build. It reads the process's output, takes its commands out of it and masks what they
 * register in all that follows. That output is the only way to tell it; the command itself never gets into the pipeline's log.
 */
public final class PipelineAgent implements Consumer<Secret> {
    private final OutputStream output;
    private final Set<Secret> known = new HashSet<>();

    /** The agent that reads this process's own output, whatever {@code -l}, {@code -q} or Maven's loggers make of the rest. */
    public PipelineAgent() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    PipelineAgent(OutputStream output) {
        this.output = output;
    }

    /** Registers the secret's base64 form, once in a build. */
    @Override
    public synchronized void accept(Secret secret) {
        if (known.add(secret)) {
            try {
                output.write(("##vso[task.setsecret]" + secret.revealBase64() + System.lineSeparator())
                        .getBytes(StandardCharsets.US_ASCII));
                output.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("The pipeline's agent can't be told what to mask", e);
            }
        }
    }
}
