package io.github.feedauth.project;

import io.github.feedauth.credential.MavenRepository;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.RepositoryBase;
import org.apache.maven.settings.Mirror;

/** The Maven repositories that a project reads from and deploys to, and the mirrors of settings.xml. */
public final class ProjectRepositories {
    /** What Maven's own settings put among the mirrors to refuse repositories by plain http: nobody's repository. */
    private static final String HTTP_BLOCKER = "maven-default-http-blocker";

    private final Model model;
    private final List<Mirror> mirrors;

    /**
     * Takes what Maven says.
     *
     * @param model the project's effective model, into which Maven has put the repositories of active settings profiles
     * @param mirrors the mirrors of settings.xml
     */
    public ProjectRepositories(Model model, List<Mirror> mirrors) {
        this.model = model;
        this.mirrors = mirrors;
    }

    /** All of them that have an id and an address: repositories, plugin repositories, distribution management, mirrors. */
    public List<MavenRepository> all() {
        Set<String> seen = new HashSet<>();
        List<MavenRepository> known = new ArrayList<>();
        add(model.getRepositories(), "<repositories>", seen, known);
        add(model.getPluginRepositories(), "<pluginRepositories>", seen, known);
        DistributionManagement deployment = model.getDistributionManagement();
        if (deployment != null) {
            add(
                    Arrays.asList(deployment.getRepository(), deployment.getSnapshotRepository()),
                    "<distributionManagement>",
                    seen,
                    known);
        }
        for (Mirror mirror : mirrors) {
            if (!HTTP_BLOCKER.equals(mirror.getId())) {
                add(mirror.getId(), mirror.getUrl(), "<mirrors> of settings.xml", seen, known);
            }
        }
        return List.copyOf(known);
    }

    private static void add(
            List<? extends RepositoryBase> repositories, String place, Set<String> seen, List<MavenRepository> known) {
        for (RepositoryBase repository : repositories) {
            if (repository != null) {
                add(repository.getId(), repository.getUrl(), place, seen, known);
            }
        }
    }

    private static void add(String id, String url, String place, Set<String> seen, List<MavenRepository> known) {
        if (id != null && url != null && seen.add(id + '\n' + url)) {
            known.add(new MavenRepository(id, url, place));
        }
    }
}
