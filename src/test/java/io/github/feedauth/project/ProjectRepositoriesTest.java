package io.github.feedauth.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.credential.MavenRepository;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.Repository;
import org.apache.maven.model.RepositoryBase;
import org.junit.jupiter.api.Test;

class ProjectRepositoriesTest {
    private final Model model = new Model();

    @Test
    void those_that_are_read_from_come_before_those_that_are_deployed_to() {
        model.addPluginRepository(named(new Repository(), "plugins", "https://plugins"));
        model.addRepository(named(new Repository(), "libraries", "https://libraries"));
        deployTo(
                named(new DeploymentRepository(), "releases", "https://releases"),
                named(new DeploymentRepository(), "snapshots", "https://snapshots"));
        assertThat(new ProjectRepositories(model).all())
                .extracting(MavenRepository::id)
                .containsExactly("libraries", "plugins", "releases", "snapshots");
    }

    @Test
    void the_same_one_is_told_once() {
        model.addRepository(named(new Repository(), "feed", "https://feed"));
        model.addPluginRepository(named(new Repository(), "feed", "https://feed"));
        deployTo(named(new DeploymentRepository(), "feed", "https://feed"), null);
        assertThat(new ProjectRepositories(model).all()).containsExactly(new MavenRepository("feed", "https://feed"));
    }

    @Test
    void one_without_an_id_or_an_address_is_left_out() {
        model.addRepository(named(new Repository(), null, "https://feed"));
        model.addRepository(named(new Repository(), "feed", null));
        deployTo(null, null);
        assertThat(new ProjectRepositories(model).all()).isEmpty();
    }

    @Test
    void a_project_may_have_none() {
        assertThat(new ProjectRepositories(model).all()).isEmpty();
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
