package io.github.feedauth.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontEndRunTest {
    private static final String URL = "https://registry.example/npm/";

    @TempDir
    Path module;

    private FrontEndRun run(
            Map<String, String> plugin, Map<String, String> execution, UnaryOperator<String> expressions) {
        return new FrontEndRun(
                Build.module(module, Build.frontend(plugin, Build.execution("npm-install", "npm", execution))),
                expressions);
    }

    @Test
    void the_registry_of_an_execution_of_the_plugin_or_of_the_property() {
        String place = "npmRegistryURL of frontend-maven-plugin, execution npm-install";
        UnaryOperator<String> nothing = text -> text;
        assertThat(run(Map.of(), Map.of(), nothing).registryFlags()).isEmpty();
        assertThat(run(Map.of("npmRegistryURL", URL), Map.of(), nothing).registryFlags())
                .containsExactly(Map.entry(place, URL));
        assertThat(run(Map.of("npmRegistryURL", "x"), Map.of("npmRegistryURL", URL), nothing)
                        .registryFlags())
                .containsExactly(Map.entry(place, URL));
        assertThat(run(Map.of(), Map.of(), text -> text.replace("${npmRegistryURL}", URL))
                        .registryFlags())
                .containsValue(URL);
        assertThat(new FrontEndRun(Build.module(module), text -> URL).registryFlags())
                .isEmpty();
    }

    @Test
    void the_plugins_own_node_before_the_first_on_the_path(@TempDir Path path) throws IOException {
        Files.createFile(path.resolve("node")).toFile().setExecutable(true);
        Map<String, String> environment = Map.of("PATH", "/nowhere:" + path);
        FrontEndRun run = run(Map.of("installDirectory", "tools"), Map.of(), text -> text);
        assertThat(run.node(environment, false)).contains(path.toRealPath().resolve("node"));
        Path own = Files.createDirectories(module.resolve("tools/node")).resolve("node");
        Files.createFile(own).toFile().setExecutable(true);
        assertThat(run.node(environment, false)).contains(own.toRealPath());
        assertThat(run.node(Map.of(), true)).isEmpty();
    }
}
