package io.github.feedauth.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.feedauth.credential.MavenRepository;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.Repository;
import org.apache.maven.model.RepositoryBase;
import org.apache.maven.settings.Mirror;
import org.junit.jupiter.api.Test;

class ProjectRepositoriesTest {
    private final Model model = new Model();
    private final List<Mirror> mirrors = new ArrayList<>();

    @Test
    void those_that_are_read_from_come_before_those_that_are_deployed_to() {
        model.addPluginRepository(named(new Repository(), "plugins", "https://plugins"));
        model.addRepository(named(new Repository(), "libraries", "https://libraries"));
        deployTo(
                named(new DeploymentRepository(), "releases", "https://releases"),
                named(new DeploymentRepository(), "snapshots", "https://snapshots"));
        assertThat(all())
                .extracting(MavenRepository::id)
                .containsExactly("libraries", "plugins", "releases", "snapshots");
    }

    @Test
    void the_same_one_is_told_once() {
        model.addRepository(named(new Repository(), "feed", "https://feed"));
        model.addPluginRepository(named(new Repository(), "feed", "https://feed"));
        deployTo(named(new DeploymentRepository(), "feed", "https://feed"), null);
        assertThat(all()).containsExactly(new MavenRepository("feed", "https://feed", "<repositories>"));
    }

    @Test
    void one_without_an_id_or_an_address_is_left_out() {
        model.addRepository(named(new Repository(), null, "https://feed"));
        model.addRepository(named(new Repository(), "feed", null));
        deployTo(null, null);
        assertThat(all()).isEmpty();
    }

    @Test
    void what_Maven_itself_puts_among_the_mirrors_to_block_plain_http_is_left_out() {
        Mirror blocker = new Mirror();
        blocker.setId("maven-default-http-blocker");
        blocker.setUrl("http://0.0.0.0/");
        mirrors.add(blocker);
        assertThat(all()).isEmpty();
    }

    @Test
    void a_project_may_have_none() {
        assertThat(all()).isEmpty();
    }

    @Test
    void mirrors_come_last_and_each_one_tells_its_place() {
        model.addRepository(named(new Repository(), "libraries", "https://libraries"));
        model.addPluginRepository(named(new Repository(), "plugins", "https://plugins"));
        deployTo(null, named(new DeploymentRepository(), "snapshots", "https://snapshots"));
        Mirror mirror = new Mirror();
        mirror.setId("all");
        mirror.setUrl("https://mirror");
        mirrors.add(mirror);
        assertThat(all())
                .extracting(MavenRepository::id, MavenRepository::place)
                .containsExactly(
                        tuple("libraries", "<repositories>"),
                        tuple("plugins", "<pluginRepositories>"),
                        tuple("snapshots", "<distributionManagement>"),
                        tuple("all", "<mirrors> of settings.xml"));
    }

    private List<MavenRepository> all() {
        return new ProjectRepositories(model, mirrors).all();
    }

    private void deployTo(DeploymentRepository releases, DeploymentRepository snapshots) {
        DistributionManagement management = new DistributionManagement();
        management.setRepository(releases);
        management.setSnapshotRepository(snapshots);
        model.setDistributionManagement(management);
    }

    private static <R extends RepositoryBase> R named(R repository, String id, String url) {
        repository.setId(id);
        repository.setUrl(url);
        return repository;
    }
}
