package io.github.feedauth.project;

import io.github.feedauth.credential.Credential;
import io.github.feedauth.credential.Secret;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The agent of Azure Pipelines that runs this build. It reads the process's output, takes its commands out of it and masks what they
 * register in all that follows. That output is the only way to tell it; the command itself never gets into the pipeline's log.
 *
 * <p>Registered is a credential in every form that a file of npm or Yarn, or a message about it, may have: as it is, in base64, and in
 * base64 behind its user name. The agent knows a secret variable as it is, but neither what a file holds, nor a server in
 * settings.xml, nor a token of Entra.
 */
public final class PipelineAgent implements Consumer<Credential> {
    /** Set in the process of Maven's daemon, mvnd. */
    private static final String DAEMON = "mvnd.id";

    private static final String COMMAND = "##vso[task.setsecret]";
    private static final String PERCENT = "%";

    /** What the agent takes for a percent sign, unless the pipeline's variable {@code DECODE_PERCENTS} is {@code false}. */
    private static final String ESCAPED_PERCENT = "%AZP25";

    private final Consumer<String> output;
    private final Set<Secret> known = new HashSet<>();

    /**
     * The agent, told by this process's own output, whatever {@code -l}, {@code -q} or Maven's loggers make of the rest. The output of a
     * daemon is a file of its own that no agent reads: there it is told by the log, which goes to the client. The agent finds a
     * command behind Maven's {@code [INFO]} too.
     *
     * @param log takes a line for the log, at a level that the log shows
     * @return the agent
     */
    public static PipelineAgent of(Consumer<String> log) {
        return new PipelineAgent(System.getProperty(DAEMON) == null ? PipelineAgent::print : log);
    }

    PipelineAgent(Consumer<String> output) {
        this.output = output;
    }

    /** Registers the credential, once in a build. */
    @Override
    public synchronized void accept(Credential credential) {
        if (credential instanceof Credential.Basic basic) {
            Secret pat = basic.password();
            register(pat);
            register(Secret.of(pat.revealBase64()));
            register(Secret.of(Secret.of(basic.userName() + ":" + pat.reveal()).revealBase64()));
        } else if (credential instanceof Credential.Bearer bearer) {
            register(bearer.token());
        }
    }

    private void register(Secret form) {
        if (!known.contains(form)) {
            output.accept(COMMAND + form.reveal());
            if (form.reveal().contains(PERCENT)) {
                output.accept(COMMAND + form.reveal().replace(PERCENT, ESCAPED_PERCENT));
            }
            known.add(form);
        }
    }

    private static void print(String line) {
        FileOutputStream output = new FileOutputStream(FileDescriptor.out);
        try {
            output.write((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The pipeline's agent can't be told what to mask", e);
        }
    }
}
