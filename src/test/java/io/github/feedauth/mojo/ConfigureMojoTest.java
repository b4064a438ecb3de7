package io.github.feedauth.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.project.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConfigureMojoTest {
    private static final String PAT = "sentinel-pat-of-this-test";
    private static final String URL = "https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/";

    @TempDir
    Path temp;

    private final RecordedLog log = new RecordedLog();
    private final Properties system = new Properties();
    private final Map<String, Object> parameters = new HashMap<>();
    private Path module;
    private Path home;

    @BeforeEach
    void a_module_with_a_front_end_and_the_defaults_of_the_descriptor() throws IOException {
        module = Files.createDirectory(temp.toRealPath().resolve("module"));
        home = Files.createDirectory(temp.toRealPath().resolve("home"));
        Files.writeString(module.resolve("package.json"), "{}");
        system.setProperty("env.HOME", home.toString());
        system.setProperty("env.FEEDAUTH_PAT", PAT);
        parameters.putAll(Map.of(
                "feed", Fields.feed(URL),
                "patEnvName", "FEEDAUTH_PAT",
                "credentialStore", "user",
                "legacyKeys", "auto",
                "entra", "none"));
    }

    @Test
    void parameters_become_files() throws Exception {
        execute();
        assertThat(module.resolve(".npmrc")).hasContent("registry=" + URL + "\n");
        assertThat(home.resolve(".npmrc")).content().contains(":username=AzureDevOps", ":_password=");
        assertThat(log.lines).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("info: "));
        assertThat(String.join("\n", log.lines)).doesNotContain(PAT);
    }

    @Test
    void skip_does_nothing() throws Exception {
        parameters.put("skip", "true");
        parameters.put("credentialStore", "nonsense");
        execute();
        assertThat(log.lines).containsExactly("info: Skipped: feedauth.skip is set");
        assertThat(module.resolve(".npmrc")).doesNotExist();
    }

    @Test
    void a_module_without_package_json_is_skipped_without_noise_and_needs_neither_feed_nor_credential()
            throws Exception {
        Files.delete(module.resolve("package.json"));
        system.remove("env.FEEDAUTH_PAT");
        parameters.remove("feed");
        execute();
        assertThat(log.lines).singleElement().asString().startsWith("debug: ");
    }

    @Test
    void what_the_user_can_mend_fails_the_build_with_its_message_alone() {
        system.remove("env.FEEDAUTH_PAT");
        parameters.put("credentialStore", "ephemral");
        assertThatThrownBy(this::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("'ephemral'")
                .hasMessageContaining("parameter credentialStore")
                .hasNoCause();
        assertThat(module.resolve(".npmrc")).doesNotExist();
    }

    @Test
    void the_PAT_itself_in_the_place_of_the_variables_name_is_not_repeated() {
        parameters.put("patEnvName", "sentinel".repeat(6) + "sent");
        assertThatThrownBy(this::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("patEnvName")
                .hasMessageNotContaining("sentinel");
    }

    private void execute() throws Exception {
        MavenProject project = Build.module(module);
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setSystemProperties(system);
        request.setMultiModuleProjectDirectory(module.toFile());
        MojoExecution self = new MojoExecution(new Plugin(), "configure", "default-cli");
        ConfigureMojo mojo =
                Fields.fill(new ConfigureMojo(Build.session(request, project), project, self, null, null), parameters);
        mojo.setLog(log);
        mojo.execute();
    }
}
