package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import io.github.feedauth.oracle.InstalledNpm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.codehaus.plexus.util.DirectoryScanner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds killed in the middle of a write, and none after them: what they left is packed by nobody. */
@Timeout(120)
class PackedTest {
    private static final List<String> FILES = List.of(
            "",
            ", \"files\": [\"*\"]",
            ", \"files\": [\"**/*\"]",
            ", \"files\": [\"./\", \".*\"]",
            ", \"workspaces\": [\"packages/*\"]");

    @TempDir
    Path machine;

    Path module;
    Path frontEnd;
    Path member;
    Path classes;

    @BeforeEach
    void a_module_with_two_packages_where_builds_died() throws Exception {
        module = machine.toRealPath().resolve("module");
        frontEnd = module.resolve("src/main/resources/web");
        member = Files.createDirectories(frontEnd.resolve("packages/button"));
        classes = Files.createDirectories(module.resolve("target/classes"));
        for (Path folder : List.of(frontEnd, member)) {
            Files.writeString(folder.resolve(".npmrc"), "registry=https://npm.example.com/\n");
            Files.writeString(folder.resolve("index.js"), "");
            Process build = Child.start(
                    "halt after",
                    folder.resolve(".npmrc").toString(),
                    machine.resolve("state").toString(),
                    "a secret",
                    "force");
            assertThat(build.waitFor()).isEqualTo(Child.HALTED);
            assertThat(ConfigFilesTest.namesIn(folder))
                    .filteredOn(name -> name.endsWith(".feedauth.tmp"))
                    .hasSize(1);
        }
    }

    @Test
    void npm_packs_nothing_of_it_whatever_the_package_says_belongs_to_it() throws Exception {
        for (String files : FILES) {
            for (Path folder : List.of(member, frontEnd)) {
                Files.writeString(
                        folder.resolve("package.json"), "{\"name\":\"a\",\"version\":\"1.0.0\"" + files + "}");
            }

            assertThat(packed(frontEnd))
                    .as(files)
                    .contains("package.json", "index.js")
                    .noneMatch(name -> name.contains("npmrc"));
        }
        assertThat(packed(member)).contains("index.js").noneMatch(name -> name.contains("npmrc"));
    }

    @Test
    void no_lock_and_no_backup_lies_in_the_module() throws IOException {
        try (Stream<Path> all = Files.walk(module)) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.matches("\\.npmrc|index\\.js|\\._npmrc.*\\.feedauth\\.tmp"));
        }
    }

    @Test
    void a_jar_of_the_classes_has_nothing_of_it() throws Exception {
        asMavenCopiesResources();

        Path jar = machine.resolve("module.jar");
        jar("--create", "--file", jar.toString(), "-C", classes.toString(), ".");

        assertThat(jar("--list", "--file", jar.toString()).lines())
                .contains("web/index.js", "web/packages/button/index.js")
                .noneMatch(name -> name.contains("feedauth"));
    }

    /** What maven-resources-plugin takes is what this scanner finds with its default excludes; so do the jar and war plugins. */
    private void asMavenCopiesResources() throws IOException {
        Path resources = module.resolve("src/main/resources");
        DirectoryScanner scanner = new DirectoryScanner();
        scanner.setBasedir(resources.toFile());
        scanner.addDefaultExcludes();
        scanner.scan();
        for (String name : scanner.getIncludedFiles()) {
            Files.createDirectories(classes.resolve(name).getParent());
            Files.copy(resources.resolve(name), classes.resolve(name));
        }
    }

    private static List<String> packed(Path folder) throws Exception {
        String told = InstalledNpm.run(folder, Map.of("HOME", folder.toString()), "pack", "--dry-run", "--json");
        Object answer = JsonParser.any().from(told);
        JsonObject tarball = answer instanceof JsonArray several
                ? several.getObject(0)
                : (JsonObject) ((JsonObject) answer).values().iterator().next();
        return tarball.getArray("files").stream()
                .map(file -> ((JsonObject) file).getString("path"))
                .toList();
    }

    private static String jar(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jar").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
