package io.github.feedauth.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.credential.Credential;
import io.github.feedauth.credential.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipelineAgentTest {
    private final List<String> lines = new ArrayList<>();

    @AfterEach
    void no_daemon() {
        System.clearProperty("mvnd.id");
    }

    @Test
    void each_form_that_a_credential_takes_in_files_is_registered_once() {
        PipelineAgent agent = new PipelineAgent(lines::add);
        agent.accept(new Credential.Basic("ci", Secret.of("one")));
        agent.accept(new Credential.Bearer(Secret.of("a.b.c")));
        agent.accept(new Credential.Basic("ci", Secret.of("one")));
        agent.accept(new Credential.Basic("other", Secret.of("one")));
        assertThat(lines)
                .containsExactly(
                        "##vso[task.setsecret]one",
                        "##vso[task.setsecret]" + base64("one"),
                        "##vso[task.setsecret]" + base64("ci:one"),
                        "##vso[task.setsecret]a.b.c",
                        "##vso[task.setsecret]" + base64("other:one"));
    }

    @Test
    void a_percent_sign_is_registered_for_agents_that_decode_it_and_for_those_that_do_not() {
        new PipelineAgent(lines::add).accept(new Credential.Bearer(Secret.of("a%0Ab")));
        assertThat(lines).containsExactly("##vso[task.setsecret]a%0Ab", "##vso[task.setsecret]a%AZP250Ab");
    }

    @Test
    void what_could_not_be_told_is_told_the_next_time() {
        Credential token = new Credential.Bearer(Secret.of("a.b.c"));
        PipelineAgent agent = new PipelineAgent(line -> {
            if (lines.isEmpty()) {
                lines.add("lost");
                throw new UncheckedIOException(new IOException("closed"));
            }
            lines.add(line);
        });
        assertThatThrownBy(() -> agent.accept(token)).isInstanceOf(UncheckedIOException.class);
        agent.accept(token);
        assertThat(lines).containsExactly("lost", "##vso[task.setsecret]a.b.c");
    }

    @Test
    void in_a_daemon_whose_own_output_is_a_file_the_log_takes_the_command_to_the_client() {
        System.setProperty("mvnd.id", "0a1b");
        PipelineAgent.of(lines::add).accept(new Credential.Bearer(Secret.of("a.b.c")));
        assertThat(lines).containsExactly("##vso[task.setsecret]a.b.c");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
