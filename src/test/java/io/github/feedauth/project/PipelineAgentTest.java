package io.github.feedauth.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.credential.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PipelineAgentTest {

    @Test
    void the_base64_form_is_registered_once_in_a_line_of_its_own() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PipelineAgent agent = new PipelineAgent(output);
        agent.accept(Secret.of("one"));
        agent.accept(Secret.of("two"));
        agent.accept(Secret.of("one"));
        assertThat(output.toString(StandardCharsets.US_ASCII).lines())
                .containsExactly("##vso[task.setsecret]b25l", "##vso[task.setsecret]dHdv");
    }
}
