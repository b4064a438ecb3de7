package io.github.feedauth.project;

import io.github.feedauth.credential.MavenRepository;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        List<RepositoryBase> repositories = new ArrayList<>();
        repositories.addAll(model.getRepositories());
        repositories.addAll(model.getPluginRepositories());
        DistributionManagement deployment = model.getDistributionManagement();
        if (deployment != null) {
            repositories.add(deployment.getRepository());
            repositories.add(deployment.getSnapshotRepository());
        }
        Set<String> seen = new HashSet<>();
        List<MavenRepository> known = new ArrayList<>();
        for (RepositoryBase repository : repositories) {
            if (repository != null
                    && repository.getId() != null
                    && repository.getUrl() != null
                    && seen.add(repository.getId() + '\n' + repository.getUrl())) {
                known.add(new MavenRepository(repository.getId(), repository.getUrl()));
            }
        }
        return List.copyOf(known);
    }
}
