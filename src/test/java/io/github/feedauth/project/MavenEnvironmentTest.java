package io.github.feedauth.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.junit.jupiter.api.Test;

class MavenEnvironmentTest {
    private final Properties system = new Properties();
    private final Properties user = new Properties();

    @Test
    void the_variables_are_those_of_the_session_and_not_those_of_this_process() {
        system.setProperty("env.FEEDAUTH_PAT", "sentinel-pat");
        system.setProperty("env.env.ODD", "1");
        system.setProperty("os.name", "Linux");
        system.setProperty("environment", "production");
        assertThat(machine().variables()).isEqualTo(Map.of("FEEDAUTH_PAT", "sentinel-pat", "env.ODD", "1"));
    }

    @Test
    void a_property_of_the_command_line_is_no_variable() {
        user.setProperty("env.FEEDAUTH_PAT", "sentinel-pat");
        assertThat(machine().variables()).isEmpty();
    }

    @Test
    void the_home_folder_is_the_sessions_and_only_without_it_that_of_this_process() {
        assertThat(machine().operatingSystemHome()).isEqualTo(Path.of(System.getProperty("user.home")));
        system.setProperty("user.home", "/home/of/the/session");
        assertThat(machine().operatingSystemHome()).isEqualTo(Path.of("/home/of/the/session"));
    }

    @Test
    void on_Windows_where_Maven_gives_names_in_upper_case_a_variable_is_found_in_any() {
        system.setProperty("env.TEAM_PAT", "sentinel-pat");
        assertThat(machine(true).variables()).containsEntry("Team_Pat", "sentinel-pat");
        assertThat(machine(false).variables()).doesNotContainKey("Team_Pat");
    }

    private MavenEnvironment machine() {
        return machine(false);
    }

    private MavenEnvironment machine(boolean windows) {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setSystemProperties(system);
        request.setUserProperties(user);
        return new MavenEnvironment(Build.session(request), windows);
    }
}
