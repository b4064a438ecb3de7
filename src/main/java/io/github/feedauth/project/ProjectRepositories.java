package io.github.feedauth.project;

import io.github.feedauth.credential.MavenRepository;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.RepositoryBase;

/** The Maven repositories that a project reads from and deploys to. */
public final class ProjectRepositories {
    private final Model model;

    /** @param model the project's effective model */
    public ProjectRepositories(Model model) {
        this.model = model;
    }

    /** All of them that have an id and an address: repositories, plugin repositories, distribution management. */
    public List<MavenRepository> all() {
        Stream<DeploymentRepository> deployment = Optional.ofNullable(model.getDistributionManagement()).stream()
                .flatMap((DistributionManagement management) ->
                        Stream.of(management.getRepository(), management.getSnapshotRepository()));
        return Stream.<RepositoryBase>concat(
                        Stream.concat(model.getRepositories().stream(), model.getPluginRepositories().stream()),
                        deployment.filter(Objects::nonNull))
                .filter(repository -> repository.getId() != null && repository.getUrl() != null)
                .map(repository -> new MavenRepository(repository.getId(), repository.getUrl()))
                .distinct()
                .toList();
    }
}
