package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways of systems without folder descriptors (some macOS) and without modes (Windows), walked on this one. */
@Timeout(60)
class OtherSystemsTest {
    private static final Path NO_STATUS = Path.of("/no/such/status");

    @TempDir
    Path machine;

    @ParameterizedTest
    @CsvSource({"true, rw-------", "false, "})
    void a_file_is_created_replaced_and_removed_and_left_overs_are_swept(boolean posix, String mode)
            throws IOException {
        Path home = Files.createDirectory(machine.toRealPath().resolve("home"));
        ConfigFile user = ConfigFile.user(home.resolve(".npmrc"));
        ConfigFiles files = new ConfigFiles(
                new LocalDisk(posix, false, NO_STATUS),
                StateFolder.at(machine.resolve("state")),
                Duration.ofSeconds(5));
        Files.createFile(home.resolve("._npmrc." + Digest.of(".npmrc").substring(0, 16) + ".0.feedauth.tmp"));

        assertThat(write(files, user, "a=1")).isEqualTo(Change.CREATED);
        assertThat(write(files, user, "a=2")).isEqualTo(Change.REPLACED);
        assertThat(write(files, user, "a=2")).isEqualTo(Change.UNCHANGED);
        assertThat(files.read(user)).hasValue("a=2".getBytes(UTF_8));
        files.checkWritable(user);
        assertThat(ConfigFilesTest.namesIn(home)).containsExactly(".npmrc");
        if (mode != null) {
            assertThat(ConfigFilesTest.mode(user.path())).isEqualTo(mode);
        }
        files.update(List.of(user), transaction -> transaction.stageRemoval(user));
        assertThat(ConfigFilesTest.namesIn(home)).isEmpty();
    }

    @Test
    void the_user_is_the_one_whose_files_the_system_says_it_makes_or_else_the_one_whose_file_it_makes()
            throws IOException {
        Path status = machine.resolve("status");
        UserPrincipal me = Files.getOwner(Files.writeString(status, "Name:\tjava\nUid:\t1\t2\t3\t4711\nGid:\t4\n"));

        assertThat(new LocalDisk().self()).hasValue(me);
        assertThat(new LocalDisk(true, true, NO_STATUS).self()).hasValue(me);
        assertThat(new LocalDisk(true, true, status).self().map(UserPrincipal::getName))
                .hasValue("4711");
        Files.writeString(status, "Name:\tjava\n");
        assertThat(new LocalDisk(true, true, status).self()).hasValue(me);
    }

    @Test
    void an_access_list_names_the_user_and_nobody_else() {
        UserPrincipal ann = () -> "ann";

        FileAttribute<?>[] attributes = new OwnerOnly(Optional.of(ann)).atCreation();

        assertThat(attributes).hasSize(1);
        assertThat(attributes[0].name()).isEqualTo("acl:acl");
        assertThat(attributes[0].value())
                .isEqualTo(List.of(AclEntry.newBuilder()
                        .setType(AclEntryType.ALLOW)
                        .setPrincipal(ann)
                        .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                        .build()));
        assertThat(new OwnerOnly(Optional.empty()).atCreation()).isEmpty();
    }

    @Test
    void a_move_that_a_virus_scanner_prevents_is_tried_again() throws IOException {
        List<Long> pauses = new ArrayList<>();
        int[] attempts = {0};

        new Patience(List.of(1L, 2L, 3L), pauses::add).insist(() -> {
            if (attempts[0]++ < 2) {
                throw new AccessDeniedException("x");
            }
        });

        assertThat(pauses).containsExactly(1L, 2L);
    }

    @Test
    void patience_ends() {
        List<Long> pauses = new ArrayList<>();

        assertThatThrownBy(() -> new Patience(List.of(1L, 2L), pauses::add).insist(() -> {
                    throw new AccessDeniedException("x");
                }))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(pauses).containsExactly(1L, 2L);
        assertThat(Patience.twoSeconds().pauses().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isBetween(1_900_000_000L, 2_000_000_000L);
    }

    @Test
    void a_file_that_is_not_there_is_not_waited_for() {
        List<Long> pauses = new ArrayList<>();

        assertThatThrownBy(() -> new Patience(List.of(1L), pauses::add).insist(() -> {
                    throw new NoSuchFileException("x");
                }))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(pauses).isEmpty();
    }

    private static Change write(ConfigFiles files, ConfigFile file, String text) {
        return files.update(List.of(file), transaction -> transaction.stage(file, text.getBytes(UTF_8)))
                .get(0)
                .change();
    }
}
