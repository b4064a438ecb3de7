package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every step of a change is made to fail, one after the other, with every error that matters. */
@Timeout(120)
class FaultTest {
    private static final List<Supplier<IOException>> ERRORS = List.of(
            () -> new IOException("No space left on device"),
            () -> new FileSystemException("x", null, "Disk quota exceeded"),
            () -> new IOException("Input/output error"),
            () -> new FileSystemException("x", null, "Read-only file system"),
            () -> new AccessDeniedException("x"));

    /** Steps that need room on the disk. */
    private static final Set<String> NEED_ROOM =
            Set.of("createFolder", "openLock", "create", "write", "write the rest", "force", "permit", "replace");

    @TempDir
    Path machine;

    int round;
    ConfigFile user;
    ConfigFile npmrc;

    @BeforeEach
    void two_files() throws IOException {
        reset();
    }

    @Test
    void whatever_step_fails_once_the_files_hold_old_or_new_bytes_and_nothing_is_left() throws IOException {
        List<String> steps = stepsOfTheChange();
        assertThat(steps)
                .contains("openLock", "create", "write the rest", "force", "replace")
                .hasSizeGreaterThan(50);
        int failures = 0;
        for (Supplier<IOException> error : ERRORS) {
            for (int n = 0; n < steps.size(); n++) {
                int failing = n;
                int[] step = {0};
                failures += outcome(steps.subList(0, n + 1).toString(), name -> {
                    if (step[0]++ == failing) {
                        throw error.get();
                    }
                });
            }
        }
        assertThat(failures).isGreaterThan(ERRORS.size() * steps.size() / 2);
    }

    @Test
    void a_disk_that_is_full_from_some_step_on_costs_nothing_but_the_change() throws IOException {
        List<String> steps = stepsOfTheChange();
        for (int n = 0; n < steps.size(); n++) {
            int failing = n;
            int[] step = {0};
            outcome("full from " + n, name -> {
                if (step[0]++ >= failing && NEED_ROOM.contains(name)) {
                    throw new IOException("No space left on device");
                }
            });
        }
    }

    @Test
    void a_full_disk_is_called_a_full_disk() {
        Throwable thrown = catchThrowable(() -> change(name -> {
            if (name.equals("write the rest")) {
                throw new IOException("No space left on device");
            }
        }));

        assertThat(thrown)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("There is no room for the file")
                .hasMessageContaining(user.path().toString());
    }

    @Test
    void a_folder_that_can_not_be_forced_is_a_warning_since_the_file_is_in_place() {
        boolean[] replaced = {false};

        List<Outcome> outcomes = change(name -> {
            replaced[0] |= name.equals("replace");
            if (replaced[0] && name.equals("force")) {
                throw new IOException("Invalid argument");
            }
        });

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.warnings())
                        .anyMatch(warning -> warning.contains("survives a power failure")));
        assertThat(user.path()).hasContent("new user");
    }

    @Test
    void a_file_that_is_a_mount_of_its_own_is_explained() {
        Throwable thrown = catchThrowable(() -> change(name -> {
            if (name.equals("replace")) {
                throw new FileSystemException("x", "y", "Device or resource busy");
            }
        }));

        assertThat(thrown).isInstanceOf(FeedAuthFailure.class).hasMessageContaining("mount its folder instead");
    }

    @Test
    void where_a_name_can_have_no_star_the_temporary_file_has_one_without() throws IOException {
        for (boolean windows : List.of(false, true)) {
            reset();
            List<String> names = new ArrayList<>();
            String[] before = {""};

            change(name -> {
                if (name.equals("create") && !before[0].equals("create")) {
                    before[0] = name;
                    if (windows) {
                        throw new InvalidPathException("*", "Illegal char");
                    }
                    throw new FileSystemException("x", null, "Invalid argument");
                }
                before[0] = name;
                temporaries().forEach(path -> names.add(path.getFileName().toString()));
            });

            assertThat(user.path()).hasContent("new user");
            assertThat(names).isNotEmpty().allMatch(name -> name.startsWith("._npmrc."));
        }
    }

    @Test
    void a_temporary_file_that_can_not_be_removed_is_removed_by_the_next_run() throws IOException {
        Throwable thrown = catchThrowable(() -> change(name -> {
            if (name.equals("replace") || name.equals("delete")) {
                throw new IOException("Input/output error");
            }
        }));

        assertThat(thrown).isInstanceOf(FeedAuthFailure.class);
        assertThat(temporaries()).hasSize(2);
        assertThat(change(name -> {}))
                .allSatisfy(outcome -> assertThat(outcome.change()).isEqualTo(Change.REPLACED));
        assertThat(temporaries()).isEmpty();
    }

    @Test
    void a_left_over_that_can_not_be_removed_is_a_warning() throws IOException {
        Path left = orphanOf(user);

        List<Outcome> outcomes = change(name -> {
            if (name.equals("delete")) {
                throw new IOException("Input/output error");
            }
        });

        assertThat(outcomes.get(0).warnings())
                .anyMatch(warning -> warning.contains(left.getFileName().toString()));
    }

    @Test
    void only_our_own_left_overs_of_this_very_file_are_swept() throws IOException {
        Path ours = orphanOf(user);
        Path ofAnotherFile = orphanOf(ConfigFile.user(user.path().resolveSibling("other")));
        Path stranger = Files.writeString(user.path().resolveSibling("._npmrc.bak"), "");
        Path folder = Files.createDirectory(Path.of(ours.toString().replace(".feedauth.tmp", "2.feedauth.tmp")));

        change(name -> {});

        assertThat(ours).doesNotExist();
        assertThat(ofAnotherFile).exists();
        assertThat(stranger).exists();
        assertThat(folder).exists();
    }

    @Test
    void a_file_for_credentials_that_belongs_to_somebody_else_is_refused() {
        UserPrincipal stranger = () -> "mallory";
        Disk disk = (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(),
                new Class<?>[] {Disk.class},
                (proxy, method, arguments) -> method.getName().equals("self")
                        ? Optional.of(stranger)
                        : method.invoke(new LocalDisk(), arguments));
        ConfigFiles files = new ConfigFiles(disk, StateFolder.at(machine.resolve("state")), Duration.ofSeconds(5));

        assertThat(catchThrowable(() -> files.read(user)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("belongs to the user")
                .hasMessageContaining("mallory");
        assertThat(files.read(npmrc)).isPresent();
        assertThat(catchThrowable(() -> files.begin(List.of(npmrc))))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("belongs to another user");
    }

    private int outcome(String situation, SteppedDisk.Watcher watcher) throws IOException {
        reset();
        boolean[] replaced = {false};
        Throwable thrown = catchThrowable(() -> change(name -> {
            watcher.before(name);
            replaced[0] |= name.equals("replace");
        }));
        String users = Files.readString(user.path());
        String projects = Files.readString(npmrc.path());
        assertThat(temporaries()).as(situation).isEmpty();
        if (thrown == null) {
            assertThat(List.of(users, projects)).as(situation).containsExactly("new user", "new project");
            return 0;
        }
        assertThat(thrown).as(situation).isInstanceOf(FeedAuthFailure.class);
        assertThat(users).as(situation).isEqualTo(replaced[0] ? "new user" : "old user");
        assertThat(projects).as(situation).isEqualTo("old project");
        change(name -> {});
        assertThat(user.path()).as(situation).hasContent("new user");
        return 1;
    }

    private List<String> stepsOfTheChange() throws IOException {
        List<String> steps = new ArrayList<>();
        change(steps::add);
        reset();
        return steps;
    }

    private List<Outcome> change(SteppedDisk.Watcher watcher) {
        ConfigFiles files = new ConfigFiles(
                SteppedDisk.watchedBy(watcher), StateFolder.at(machine.resolve("state")), Duration.ofSeconds(5));
        return files.update(List.of(user, npmrc), transaction -> {
            transaction.stage(user, "new user".getBytes(UTF_8));
            transaction.stage(npmrc, "new project".getBytes(UTF_8));
        });
    }

    private void reset() throws IOException {
        Path folder = Files.createDirectory(machine.toRealPath().resolve("round" + round++));
        user = ConfigFile.user(folder.resolve(".npmrc"));
        npmrc = ConfigFile.project(
                Files.createDirectory(folder.resolve("project")).resolve(".npmrc"), folder);
        Files.writeString(user.path(), "old user");
        Files.setPosixFilePermissions(user.path(), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(npmrc.path(), "old project");
    }

    private static Path orphanOf(ConfigFile file) throws IOException {
        String name = Digest.of(file.path().getFileName().toString()).substring(0, 16);
        return Files.writeString(
                file.path().resolveSibling("._npmrc." + name + ".0123456789abcdef.feedauth.tmp"), "half of a sec");
    }

    private List<Path> temporaries() throws IOException {
        try (var all = Files.walk(user.path().getParent())) {
            return all.filter(path -> path.toString().endsWith(".feedauth.tmp")).toList();
        }
    }
}
