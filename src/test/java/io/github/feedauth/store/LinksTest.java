package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LinksTest {
    @TempDir
    Path machine;

    Path home;
    Path project;
    Path elsewhere;
    ConfigFile user;
    ConfigFile npmrc;
    ConfigFiles files;

    @BeforeEach
    void a_home_a_project_and_another_folder() throws IOException {
        home = Files.createDirectory(machine.toRealPath().resolve("home"));
        project = Files.createDirectory(machine.toRealPath().resolve("project"));
        elsewhere = Files.createDirectory(machine.toRealPath().resolve("elsewhere"));
        user = ConfigFile.user(home.resolve(".npmrc"));
        npmrc = ConfigFile.project(project.resolve(".npmrc"), project);
        files = new ConfigFiles(StateFolder.at(machine.resolve("state")), Duration.ofSeconds(20));
    }

    @Test
    void a_link_of_the_user_is_written_through() throws IOException {
        Path target = Files.writeString(elsewhere.resolve("dotnpmrc"), "a=1\n");
        Files.createSymbolicLink(user.path(), Path.of("../elsewhere/dotnpmrc"));

        List<Outcome> outcomes = write(user, "a=2\n");

        assertThat(outcomes.get(0).target()).isEqualTo(target);
        assertThat(user.path()).isSymbolicLink();
        assertThat(target).hasContent("a=2\n");
        assertThat(ConfigFilesTest.namesIn(elsewhere)).containsExactly("dotnpmrc");
        assertThat(ConfigFilesTest.namesIn(home)).containsExactly(".npmrc");
    }

    @Test
    void a_dangling_link_of_the_user_is_written_through() throws IOException {
        Files.createSymbolicLink(user.path(), elsewhere.resolve("dotnpmrc"));

        assertThat(files.read(user)).isEmpty();
        assertThat(write(user, "a=1\n").get(0).change()).isEqualTo(Change.CREATED);

        assertThat(user.path()).isSymbolicLink();
        assertThat(elsewhere.resolve("dotnpmrc")).hasContent("a=1\n");
    }

    @Test
    void a_link_into_a_missing_folder_is_refused_with_that_folders_name() throws IOException {
        Files.createSymbolicLink(user.path(), elsewhere.resolve("unmounted/dotnpmrc"));

        assertThatThrownBy(() -> write(user, "a=1\n"))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("unmounted")
                .hasMessageContaining("does not exist");
        assertThat(ConfigFilesTest.namesIn(elsewhere)).isEmpty();
    }

    @Test
    void a_chain_of_forty_links_is_followed_and_one_of_forty_one_is_not() throws IOException {
        Files.writeString(home.resolve("link0"), "a=1\n");
        for (int i = 1; i <= 41; i++) {
            Files.createSymbolicLink(home.resolve("link" + i), Path.of("link" + (i - 1)));
        }

        assertThat(files.read(ConfigFile.user(home.resolve("link40")))).isPresent();
        assertThatThrownBy(() -> files.read(ConfigFile.user(home.resolve("link41"))))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("40 links");
    }

    @Test
    void links_that_lead_in_a_circle_are_refused() throws IOException {
        Files.createSymbolicLink(user.path(), Path.of("other"));
        Files.createSymbolicLink(home.resolve("other"), Path.of(".npmrc"));

        assertThatThrownBy(() -> files.begin(List.of(user)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("leads in a circle")
                .hasMessageContaining(user.path().toString());
    }

    @Test
    void a_link_to_the_root_is_refused() throws IOException {
        Files.createSymbolicLink(user.path(), Path.of("/"));

        assertThatThrownBy(() -> files.read(user))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("symbolic link");
    }

    @Test
    void a_link_within_the_project_is_written_through() throws IOException {
        Path shared = Files.createDirectory(project.resolve("config")).resolve("npmrc");
        Files.createSymbolicLink(npmrc.path(), Path.of("config/npmrc"));

        write(npmrc, "a=1\n");

        assertThat(npmrc.path()).isSymbolicLink();
        assertThat(shared).hasContent("a=1\n");
    }

    @Test
    void a_link_that_leaves_the_project_is_refused() throws IOException {
        Path victim = Files.writeString(elsewhere.resolve("victim"), "precious");
        Files.createSymbolicLink(npmrc.path(), victim);

        assertThatThrownBy(() -> write(npmrc, "a=1\n"))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("leads out of the project")
                .hasMessageContaining(victim.toString());
        assertThatThrownBy(() -> files.read(npmrc)).isInstanceOf(FeedAuthFailure.class);
        assertThat(victim).hasContent("precious");
    }

    @Test
    void a_folder_link_that_leaves_the_project_is_refused() throws IOException {
        Files.createSymbolicLink(project.resolve("web"), elsewhere);

        assertThatThrownBy(() -> write(ConfigFile.project(project.resolve("web/.npmrc"), project), "a=1\n"))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("leads out of the project");
        assertThat(ConfigFilesTest.namesIn(elsewhere)).isEmpty();
    }

    @Test
    void a_sibling_folder_whose_name_begins_like_the_projects_is_outside() throws IOException {
        Path sibling = Files.createDirectory(machine.resolve("project2"));
        Files.createSymbolicLink(npmrc.path(), sibling.resolve("npmrc"));

        assertThatThrownBy(() -> write(npmrc, "a=1\n")).hasMessageContaining("leads out of the project");
    }

    @Test
    void a_project_reached_through_a_link_is_still_the_project() throws IOException {
        Path alias = Files.createSymbolicLink(machine.resolve("alias"), project);

        write(ConfigFile.project(alias.resolve(".npmrc"), project), "a=1\n");
        write(ConfigFile.project(project.resolve(".npmrc"), alias), "a=2\n");

        assertThat(npmrc.path()).hasContent("a=2\n");
    }

    @Test
    void two_names_of_one_file_are_edited_as_one() throws IOException {
        Path shared = Files.writeString(project.resolve("shared"), "");
        ConfigFile one = ConfigFile.project(Files.createSymbolicLink(project.resolve("one"), shared), project);
        ConfigFile two = ConfigFile.project(Files.createSymbolicLink(project.resolve("two"), shared), project);

        List<Outcome> outcomes = files.update(List.of(one, two), transaction -> {
            for (ConfigFile file : List.of(one, two)) {
                String text = new String(transaction.read(file).orElseThrow(), UTF_8);
                transaction.stage(file, (text + file.path().getFileName() + "\n").getBytes(UTF_8));
            }
        });

        assertThat(shared).hasContent("one\ntwo\n");
        assertThat(outcomes).extracting(Outcome::change).containsExactly(Change.REPLACED, Change.REPLACED);
    }

    @Test
    void what_a_hard_link_shares_stays_as_it_was_and_never_shows_the_new_content() throws IOException {
        for (ConfigFile file : List.of(user, npmrc)) {
            Path other = elsewhere.resolve(file.secret() ? "user" : "project");
            Files.writeString(other, "precious");
            Files.createLink(file.path(), other);

            write(file, "a secret");

            assertThat(other).hasContent("precious");
            assertThat(file.path()).hasContent("a secret");
        }
    }

    private List<Outcome> write(ConfigFile file, String text) {
        return files.update(List.of(file), transaction -> transaction.stage(file, text.getBytes(UTF_8)));
    }
}
