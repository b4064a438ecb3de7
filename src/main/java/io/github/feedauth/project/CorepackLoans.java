package io.github.feedauth.project;

import io.github.feedauth.credential.Secret;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.project.MavenProject;

/**
 * The variables that Corepack may have in each module of the build, from {@code configure} on until its goal runs.
 *
 * @param modules by the modules' ids
 */
record CorepackLoans(Map<String, Map<String, Secret>> modules) {
    CorepackLoans() {
        this(new ConcurrentHashMap<>());
    }

    void put(MavenProject module, Map<String, Secret> variables) {
        modules.put(module.getId(), variables);
    }

    Map<String, Secret> of(MavenProject module) {
        return modules.getOrDefault(module.getId(), Map.of());
    }
}
