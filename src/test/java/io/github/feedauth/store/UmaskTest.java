package io.github.feedauth.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Modes under the umasks of careless and of overcautious machines. */
@Timeout(60)
class UmaskTest {
    @TempDir
    Path machine;

    Path home;

    @BeforeEach
    void a_home() throws IOException {
        home = Files.createDirectory(machine.toRealPath().resolve("home"));
    }

    @Test
    void the_temporary_file_is_its_owners_alone_from_its_creation() throws Exception {
        assertThat(run("000", "halt after", ".npmrc", "create")).isEqualTo(Child.HALTED);

        List<String> names = ConfigFilesTest.namesIn(home);
        assertThat(names).singleElement().asString().endsWith(".feedauth.tmp");
        assertThat(home.resolve(names.get(0))).isEmptyFile();
        assertThat(ConfigFilesTest.mode(home.resolve(names.get(0)))).isEqualTo("rw-------");
    }

    @Test
    void the_user_file_is_its_owners_alone_whatever_the_umask() throws Exception {
        for (String umask : List.of("000", "022", "077", "277", "777")) {
            assertThat(run(umask, "write", "npmrc" + umask, "")).as(umask).isZero();
            assertThat(ConfigFilesTest.mode(home.resolve("npmrc" + umask)))
                    .as(umask)
                    .isEqualTo("rw-------");
        }
        assertThat(ConfigFilesTest.mode(machine.resolve("state"))).isEqualTo("rwx------");
    }

    @Test
    void missing_folders_are_never_writable_by_others() throws Exception {
        assertThat(run("000", "write", "a/b/npmrc", "")).isZero();

        assertThat(ConfigFilesTest.mode(home.resolve("a"))).isEqualTo("rwxr-xr-x");
        assertThat(ConfigFilesTest.mode(home.resolve("a/b"))).isEqualTo("rwx------");
    }

    @Test
    void locks_are_their_owners_alone() throws Exception {
        assertThat(run("000", "write", ".npmrc", "")).isZero();

        Path locks = machine.resolve("state/locks");
        assertThat(ConfigFilesTest.mode(locks)).isEqualTo("rwx------");
        assertThat(ConfigFilesTest.namesIn(locks)).hasSize(2);
        for (String lock : ConfigFilesTest.namesIn(locks)) {
            assertThat(ConfigFilesTest.mode(locks.resolve(lock))).isEqualTo("rw-------");
        }
    }

    @Test
    void a_new_project_file_follows_the_umask_but_is_never_writable_by_others() throws Exception {
        assertThat(run("027", "project", "cautious", "")).isZero();
        assertThat(run("000", "project", "careless", "")).isZero();

        assertThat(ConfigFilesTest.mode(home.resolve("cautious"))).isEqualTo("rw-r-----");
        assertThat(ConfigFilesTest.mode(home.resolve("careless"))).isEqualTo("rw-r--r--");
    }

    private int run(String umask, String what, String name, String step) throws IOException, InterruptedException {
        List<String> command = Child.command(
                what, home.resolve(name).toString(), machine.resolve("state").toString(), "secret", step);
        command.addAll(0, List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
