package io.github.feedauth.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leads Corepack past the feed; the case {@code corepack} shows with the real one that the credential would go along. */
class CorepackRunTest {
    private static final String INSTALL = "pnpm install";

    @TempDir
    Path top;

    private Path folder;

    @BeforeEach
    void front_end() throws IOException {
        folder = Files.createDirectories(top.resolve("web"));
        pin(folder, "pnpm@10.34.9");
    }

    @Test
    void nothing_does_where_a_version_is_pinned() {
        assertThat(detour(INSTALL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"COREPACK_NPM_REGISTRY", "COREPACK_NPM_TOKEN", "COREPACK_NPM_PASSWORD", "corepack_npm_registry"})
    void a_registry_or_a_credential_of_the_users_own_does_and_is_a_choice(String name) {
        Map<String, String> own = Map.of(name, "any");
        assertThat(new CorepackRun(own, Map.of(), folder, INSTALL).detour()).hasValueSatisfying(detour -> {
            assertThat(detour.text())
                    .contains("is set by the environment", "Remove it")
                    .doesNotContain("any.");
            assertThat(detour.chosen()).isTrue();
        });
        assertThat(new CorepackRun(Map.of(), own, folder, INSTALL).detour())
                .hasValueSatisfying(detour -> assertThat(detour.text()).contains("environmentVariables"));
    }

    @Test
    void custom_addresses_do_and_are_warned_of_unless_they_are_off() {
        assertThat(new CorepackRun(Map.of(CorepackVariables.CUSTOM_ADDRESSES, "1"), Map.of(), folder, INSTALL).detour())
                .hasValueSatisfying(detour -> {
                    assertThat(detour.text()).contains("any address", "set it to 0");
                    assertThat(detour.chosen()).isFalse();
                });
        assertThat(new CorepackRun(Map.of(CorepackVariables.CUSTOM_ADDRESSES, "0"), Map.of(), folder, INSTALL).detour())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COREPACK_ENABLE_UNSAFE_CUSTOM_URLS=1",
                "# ours\n  export COREPACK_ENABLE_UNSAFE_CUSTOM_URLS = '1' # as we do\n",
                "OTHER=\"a\nb\"\r\nCOREPACK_ENABLE_UNSAFE_CUSTOM_URLS=`1`\r\n",
                "COREPACK_NPM_REGISTRY=https://registry.example.com"
            })
    void so_does_the_projects_own_file_of_variables(String text) throws IOException {
        Files.writeString(folder.resolve(".corepack.env"), text);
        assertThat(detour(INSTALL))
                .hasValueSatisfying(detour -> assertThat(detour.text()).contains("web/.corepack.env"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# COREPACK_NPM_REGISTRY=https://registry.example.com",
                "COREPACK_ENABLE_UNSAFE_CUSTOM_URLS=0\nCOREPACK_ENABLE_AUTO_PIN=0",
                "COREPACK_ENABLE_UNSAFE_CUSTOM_URLS=\"0\"",
                "NPM_REGISTRY=https://registry.example.com",
                ""
            })
    void a_file_that_says_nothing_of_the_kind_does_not(String text) throws IOException {
        Files.writeString(folder.resolve(".corepack.env"), text);
        assertThat(detour(INSTALL)).isEmpty();
    }

    @Test
    void the_file_of_variables_is_the_nearest_up_to_the_folder_that_pins() throws IOException {
        Files.writeString(top.resolve(".corepack.env"), "COREPACK_ENABLE_UNSAFE_CUSTOM_URLS=1");
        assertThat(detour(INSTALL)).as("above the folder that pins").isEmpty();

        Files.writeString(folder.resolve("package.json"), "{\"name\": \"web\"}");
        pin(top, "pnpm@10.34.9");
        assertThat(detour(INSTALL)).as("beside the one that pins").isPresent();

        Files.writeString(folder.resolve(".corepack.env"), "COREPACK_ENABLE_AUTO_PIN=0");
        assertThat(detour(INSTALL)).as("hidden by a nearer one").isEmpty();
    }

    @Test
    void it_may_have_another_name_or_be_switched_off() throws IOException {
        Files.writeString(folder.resolve("team.env"), "COREPACK_ENABLE_UNSAFE_CUSTOM_URLS=1");
        assertThat(new CorepackRun(Map.of("COREPACK_ENV_FILE", "team.env"), Map.of(), folder, INSTALL).detour())
                .isPresent();

        Files.writeString(folder.resolve(".corepack.env"), "COREPACK_ENABLE_UNSAFE_CUSTOM_URLS=1");
        assertThat(new CorepackRun(
                                Map.of("COREPACK_ENV_FILE", "team.env"),
                                Map.of("COREPACK_ENV_FILE", "0"),
                                folder,
                                INSTALL)
                        .detour())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pnpm@https://registry.example.com/pnpm.tgz",
                "yarn@https://registry.example.com/yarn.js#sha224.953c8233f7a92884eee2de69a1b92d1f2ec1655e66d08071ba9a02fa",
                "ours@http://registry.example.com/ours.tgz",
                "ours@ https://registry.example.com/ours.tgz",
                "ours@ht\\ttps://registry.example.com/ours.tgz"
            })
    void an_address_in_the_place_of_a_version_does(String packageManager) throws IOException {
        pin(folder, packageManager);
        assertThat(detour("install")).hasValueSatisfying(detour -> {
            assertThat(detour.text()).contains("packageManager in", "web/package.json", "Name a version");
            assertThat(detour.chosen()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"pnpm@10.34.9+sha512.0a1b", "yarn@4.18.1", "pnpm"})
    void a_version_with_or_without_a_hash_does_not(String packageManager) throws IOException {
        pin(folder, packageManager);
        assertThat(detour("install")).isEmpty();
    }

    @Test
    void devEngines_takes_no_address() throws IOException {
        Files.writeString(
                folder.resolve("package.json"),
                "{\"devEngines\": {\"packageManager\": {\"name\": \"pnpm\", \"version\": \"https://registry.example.com/p.tgz\"}}}");
        assertThat(detour(INSTALL))
                .as("Corepack wants a range of versions there")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "use ours@https://registry.example.com/ours.tgz",
                "prepare \"ours@https://registry.example.com/ours.tgz\" --activate",
                "pnpm@https://registry.example.com/pnpm.tgz install"
            })
    void so_do_arguments_with_one(String arguments) {
        assertThat(detour(arguments))
                .hasValueSatisfying(detour -> assertThat(detour.text()).contains("arguments"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "prepare pnpm@10.34.9 --activate",
                "pnpm install --registry=https://registry.example.com/",
                "pnpm add left@npm:right@1"
            })
    void what_the_package_manager_is_told_is_its_own_business(String arguments) {
        assertThat(detour(arguments)).isEmpty();
    }

    @Test
    void a_byte_that_is_no_UTF_8_hides_no_address() throws IOException {
        Files.write(
                folder.resolve("package.json"),
                "{\"author\": \"J\u00fcrgen\", \"packageManager\": \"ours@https://elsewhere.example/x.js\"}"
                        .getBytes(ISO_8859_1));
        assertThat(detour(INSTALL))
                .hasValueSatisfying(detour -> assertThat(detour.text()).contains("packageManager in"));
    }

    @Test
    void what_can_not_be_read_may_hide_one() throws IOException {
        Files.writeString(folder.resolve("package.json"), "{ packageManager: 'ours@https://elsewhere.example/x.js' }");
        assertThat(detour(INSTALL))
                .hasValueSatisfying(detour -> assertThat(detour.text()).contains("can't be read", "Mend"));
    }

    @Test
    void files_are_looked_for_where_the_folder_really_is() throws IOException {
        Path real = Files.createDirectories(top.resolve("shared/ui"));
        pin(real.getParent(), "ours@https://elsewhere.example/x.js");
        Path link = Files.createSymbolicLink(top.resolve("linked"), real);
        assertThat(new CorepackRun(Map.of(), Map.of(), link, INSTALL).detour()).isPresent();
    }

    private Optional<CorepackRun.Detour> detour(String arguments) {
        return new CorepackRun(Map.of(), Map.of(), folder, arguments).detour();
    }

    private static void pin(Path folder, String packageManager) throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\"packageManager\": \"" + packageManager + "\"}");
    }
}
