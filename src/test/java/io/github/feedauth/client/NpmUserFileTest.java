package io.github.feedauth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.oracle.InstalledNpm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpmUserFileTest {
    private static final Path OS_HOME = Path.of("/os/home");

    @TempDir
    Path temp;

    @ParameterizedTest(name = "upper={0} lower={1} projectLine={2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -",
                "{temp}/moved, -, -",
                "-, {temp}/moved-lower, -",
                "{temp}/upper, {temp}/lower, -",
                "'', -, -",
                "relative/npmrc, -, -",
                "~/team.npmrc, -, -",
                "-, -, {temp}/by-project",
                "-, -, relative/by-project",
                "-, -, ~/by-project",
                "{temp}/env-wins, -, {temp}/by-project",
                "${HOME}/by-variable, -, -",
                "${UNSET}/npmrc, -, -",
                "${UNSET?}relative, -, -",
                "'~/${HOME}', -, -",
            })
    void the_path_is_the_one_npm_names(String upper, String lower, String projectLine) throws Exception {
        Path home = Files.createDirectories(temp.resolve("home"));
        Path folder = Files.createDirectories(temp.resolve("front-end"));
        Files.writeString(folder.resolve("package.json"), "{}");
        Map<String, String> environment = new LinkedHashMap<>(Map.of("HOME", home.toString()));
        put(environment, "npm_config_userconfig", lower);
        put(environment, "NPM_CONFIG_USERCONFIG", upper);
        if (projectLine != null) {
            Files.writeString(folder.resolve(".npmrc"), "userconfig=" + inTemp(projectLine) + "\n");
        }

        Path ours = new NpmUserFile(environment, false, OS_HOME)
                .path(folder, Optional.ofNullable(projectLine).map(this::inTemp));

        assertThat(ours).hasToString(InstalledNpm.run(folder, environment, "config", "get", "userconfig"));
    }

    @Test
    void without_HOME_the_operating_system_tells_the_home_folder() {
        assertThat(new NpmUserFile(Map.of(), false, OS_HOME).path(temp, Optional.empty()))
                .isEqualTo(OS_HOME.resolve(".npmrc"));
    }

    @Test
    void who_has_no_home_folder_is_told_so_and_gets_no_file_in_the_current_one() {
        Path unknown = Path.of("?");
        for (Map<String, String> environment : List.of(Map.<String, String>of(), Map.of("HOME", ""))) {
            assertThatThrownBy(() -> new NpmUserFile(environment, false, unknown).path(temp, Optional.empty()))
                    .isInstanceOf(FeedAuthFailure.class)
                    .hasMessageContaining("Set HOME");
        }
        assertThat(new NpmUserFile(Map.of("HOME", "/h"), false, unknown).home()).hasToString("/h");
    }

    @Test
    void on_Windows_USERPROFILE_is_the_home_folder_unless_HOME_is_set() {
        assertThat(new NpmUserFile(Map.of("USERPROFILE", "/users/me"), true, OS_HOME).home())
                .hasToString("/users/me");
        assertThat(new NpmUserFile(Map.of("USERPROFILE", "/users/me", "HOME", "/h"), true, OS_HOME).home())
                .hasToString("/h");
        assertThat(new NpmUserFile(Map.of("USERPROFILE", "/users/me"), false, OS_HOME).home())
                .isEqualTo(OS_HOME);
    }

    private void put(Map<String, String> environment, String name, String value) {
        if (value != null) {
            environment.put(name, inTemp(value));
        }
    }

    private String inTemp(String text) {
        return text.replace("{temp}", temp.toString());
    }
}
