package io.github.feedauth.configure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OtherBytesStayTest {
    private static final String REGISTRY = "registry=" + Machine.REGISTRY;

    @TempDir
    Path temp;

    Machine machine;

    @BeforeEach
    void a_machine() throws IOException {
        machine = new Machine(temp);
    }

    @Test
    void comments_blank_lines_order_and_odd_spacing() throws IOException {
        String team = "# the team's\n\n  legacy-peer-deps = true  \n; engine\nengine-strict=true\n\n\n; end";
        assertThat(configured(machine.projectFile(), team)).isEqualTo(REGISTRY + "\n" + team);
    }

    @Test
    void line_ends_of_Windows_are_used_for_new_lines_too() throws IOException {
        assertThat(configured(machine.projectFile(), "; team\r\nengine-strict=true\r\n"))
                .isEqualTo(REGISTRY + "\r\n; team\r\nengine-strict=true\r\n");
        assertThat(configured(machine.userFile(), "init-author-name=me\r\n"))
                .isEqualTo(Machine.CREDENTIALS.replace("\n", "\r\n") + "init-author-name=me\r\n");
    }

    @Test
    void a_byte_order_mark_stays_first() throws IOException {
        assertThat(configured(machine.projectFile(), "\ufeff; team\n")).isEqualTo("\ufeff" + REGISTRY + "\n; team\n");
    }

    @Test
    void a_registry_that_stands_changes_in_its_own_line() throws IOException {
        assertThat(configured(machine.projectFile(), "a=1\nregistry = https://old.example.com/\nb=2\n"))
                .isEqualTo("a=1\n" + REGISTRY + "\nb=2\n");
    }

    @Test
    void a_registry_that_reads_the_same_stays_as_it_is_spelled() throws IOException {
        String spelled = "a=1\n registry =  \"" + Machine.REGISTRY + "\"";
        assertThat(configured(machine.projectFile(), spelled)).isEqualTo(spelled);
    }

    @Test
    void text_beyond_ASCII_stays() throws IOException {
        String text = "init-author-name=J\u00f6rg \ud83d\ude00\n";
        assertThat(configured(machine.userFile(), text)).isEqualTo(Machine.CREDENTIALS + text);
    }

    @Test
    void a_section_at_the_end_of_the_file_does_not_swallow_the_new_lines() throws IOException {
        String section = "[section]\nregistry=https://inner.example.com/\n";
        assertThat(configured(machine.projectFile(), section)).isEqualTo(REGISTRY + "\n" + section);
    }

    private String configured(Path file, String before) throws IOException {
        Files.write(file, before.getBytes(UTF_8));
        machine.configure();
        return new String(Files.readAllBytes(file), UTF_8);
    }
}
