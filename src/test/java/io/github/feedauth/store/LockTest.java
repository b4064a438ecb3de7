package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LockTest {
    @TempDir
    Path machine;

    Path file;
    Path state;
    ConfigFile user;
    ConfigFiles files;

    @BeforeEach
    void a_user_file() throws IOException {
        file = machine.toRealPath().resolve(".npmrc");
        state = machine.resolve("state");
        user = ConfigFile.user(file);
        files = new ConfigFiles(StateFolder.at(state), Duration.ofSeconds(20));
    }

    @Test
    void another_build_in_the_same_process_is_waited_for_only_so_long() {
        ConfigFiles impatient = new ConfigFiles(StateFolder.at(state), Duration.ofMillis(20));

        try (FileTransaction transaction = files.begin(List.of(user))) {
            assertThatThrownBy(() -> impatient.begin(List.of(user)))
                    .isInstanceOf(FeedAuthFailure.class)
                    .hasMessageContaining("Another build is writing the file")
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("run this one again");
            transaction.commit();
        }
        impatient.begin(List.of(user)).close();
    }

    @Test
    void a_thread_that_gives_up_does_not_free_the_lock_for_other_processes() throws Exception {
        try (FileTransaction transaction = files.begin(List.of(user))) {
            assertThat(Child.busy(file, state)).isTrue();

            assertThat(Child.start("try", file.toString(), state.toString()).waitFor())
                    .isEqualTo(Child.HALTED);
            transaction.commit();
        }
        assertThat(Child.start("try", file.toString(), state.toString()).waitFor())
                .isZero();
    }

    @Test
    void a_build_in_another_class_loader_is_excluded_too() throws Exception {
        URL[] places = {
            Child.placeOf(ConfigFiles.class).toUri().toURL(),
            Child.placeOf(Child.class).toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
            Class<?> twin = loader.loadClass(Child.class.getName());
            assertThat(twin).isNotSameAs(Child.class);
            Method busy = twin.getDeclaredMethod("busy", Path.class, Path.class);
            busy.setAccessible(true);

            try (FileTransaction transaction = files.begin(List.of(user))) {
                assertThat(busy.invoke(null, file, state)).isEqualTo(true);
                transaction.commit();
            }
            assertThat(busy.invoke(null, file, state)).isEqualTo(false);
        }
    }

    @Test
    void garbage_collection_does_not_free_a_lock() {
        try (FileTransaction transaction = files.begin(List.of(user))) {
            System.gc();
            assertThat(Child.busy(file, state)).isTrue();
            transaction.commit();
        }
    }

    @Test
    void a_begin_that_fails_frees_its_locks() throws IOException {
        ConfigFile folder = ConfigFile.user(Files.createDirectory(machine.resolve("folder")));
        assertThatThrownBy(() -> files.begin(List.of(user, folder))).isInstanceOf(FeedAuthFailure.class);

        assertThat(Child.busy(file, state)).isFalse();
    }

    @Test
    void an_edit_that_fails_frees_the_locks() {
        assertThatThrownBy(() -> files.update(List.of(user), transaction -> {
                    throw new IllegalStateException("edit");
                }))
                .hasMessage("edit");

        assertThat(Child.busy(file, state)).isFalse();
    }

    @Test
    void builds_that_name_the_same_files_in_another_order_do_not_wait_for_each_other() throws Exception {
        ConfigFile other = ConfigFile.user(file.resolveSibling("other"));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = List.of(
                    threads.submit(() -> editManyTimes(List.of(user, other))),
                    threads.submit(() -> editManyTimes(List.of(other, user))));
            for (Future<?> each : both) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(file).content().hasSize(60);
        assertThat(file.resolveSibling("other")).content().hasSize(60);
    }

    @Test
    void files_are_not_locked_by_the_name_of_a_link_but_by_what_it_points_at() throws IOException {
        Path link = Files.createSymbolicLink(machine.toRealPath().resolve("link"), file);

        try (FileTransaction transaction = files.begin(List.of(ConfigFile.user(link)))) {
            assertThat(Child.busy(file, state)).isTrue();
            transaction.commit();
        }
    }

    @Test
    void an_interrupted_wait_ends_and_the_thread_stays_interrupted() {
        try (FileTransaction transaction = files.begin(List.of(user))) {
            Thread.currentThread().interrupt();
            Throwable thrown = catchThrowable(() -> files.begin(List.of(user)));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(thrown).isInstanceOf(FeedAuthFailure.class).hasMessageContaining("interrupted");
            transaction.commit();
        }
    }

    @Test
    void a_link_in_the_place_of_a_lock_is_not_followed() throws IOException {
        Path victim = machine.resolve("victim");
        Path locks = Files.createDirectories(state.resolve("locks"));
        Files.createSymbolicLink(locks.resolve(Digest.of(file.toString()) + ".lock"), victim);

        assertThatThrownBy(() -> files.begin(List.of(user)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("lock");
        assertThat(victim).doesNotExist();
    }

    private void editManyTimes(List<ConfigFile> both) {
        for (int i = 0; i < 30; i++) {
            files.update(
                    both,
                    transaction -> both.forEach(each -> transaction.stage(
                            each,
                            (new String(transaction.read(each).orElse(new byte[0]), UTF_8) + "x").getBytes(UTF_8))));
        }
    }
}
