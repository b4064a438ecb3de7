package io.github.feedauth.project;

import io.github.feedauth.client.Clue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** frontend-maven-plugin's configuration in a project's effective model: where it runs package managers, and which. */
final class FrontendMavenPlugin {
    static final String KEY = "com.github.eirslett:frontend-maven-plugin";

    private static final Set<String> PACKAGE_MANAGER_GOALS = Set.of("npm", "npx", "pnpm", "yarn", "bun", "corepack");
    private static final List<String> CLIENTS = List.of("npm", "pnpm", "yarn", "bun");

    private static final String REGISTRY_URL = "npmRegistryURL";

    private final Optional<Plugin> declared;
    private final Optional<Plugin> managed;

    FrontendMavenPlugin(Model model) {
        Build build = model.getBuild();
        PluginManagement management = build == null ? null : build.getPluginManagement();
        this.declared = build == null ? Optional.empty() : find(build.getPlugins());
        this.managed = management == null ? Optional.empty() : find(management.getPlugins());
    }

    /** Whether a goal of that name runs a package manager. */
    static boolean runsPackageManager(String goal) {
        return PACKAGE_MANAGER_GOALS.contains(goal);
    }

    /** Whether the project's build runs it. */
    boolean isDeclared() {
        return declared.isPresent();
    }

    /**
     * The working directories as the POM has them, expressions that only a running build can resolve included: of each execution
     * that runs a package manager, else the plugin's own. Empty text stands for the default, the project's folder.
     */
    List<String> workingDirectories() {
        Optional<Plugin> plugin = declared.isPresent() ? declared : managed;
        if (plugin.isEmpty()) {
            return List.of();
        }
        Set<String> directories = new LinkedHashSet<>();
        String common =
                text(plugin.get().getConfiguration(), "workingDirectory").orElse("");
        if (declared.isPresent()) {
            for (PluginExecution execution : declared.get().getExecutions()) {
                if (runsPackageManager(execution)) {
                    directories.add(text(execution.getConfiguration(), "workingDirectory")
                            .orElse(common));
                }
            }
        }
        return directories.isEmpty() ? List.of(common) : List.copyOf(directories);
    }

    private static boolean runsPackageManager(PluginExecution execution) {
        return !"none".equals(execution.getPhase())
                && !Collections.disjoint(execution.getGoals(), PACKAGE_MANAGER_GOALS);
    }

    /**
     * The ids of the executions that run a package manager and don't give it that environment variable, or with another value.
     *
     * @param right tells whether a value is the one wanted
     */
    List<String> executionsWithout(String variable, Predicate<String> right) {
        List<String> ids = new ArrayList<>();
        if (declared.isPresent()) {
            for (PluginExecution execution : declared.get().getExecutions()) {
                Xpp3Dom variables = execution.getConfiguration() instanceof Xpp3Dom dom
                        ? dom.getChild("environmentVariables")
                        : null;
                if (runsPackageManager(execution)
                        && text(variables, variable).filter(right).isEmpty()) {
                    ids.add(execution.getId());
                }
            }
        }
        return ids;
    }

    /**
     * The {@code npmRegistryURL} of each execution that runs a package manager, by the execution's id, else the plugin's own; as the
     * POM has it.
     */
    Map<String, String> registryUrls() {
        Map<String, String> urls = new LinkedHashMap<>();
        if (declared.isPresent()) {
            Optional<String> common = text(declared.get().getConfiguration(), REGISTRY_URL);
            for (PluginExecution execution : declared.get().getExecutions()) {
                if (runsPackageManager(execution)) {
                    text(execution.getConfiguration(), REGISTRY_URL)
                            .or(() -> common)
                            .ifPresent(url -> urls.put(execution.getId(), url));
                }
            }
        }
        return urls;
    }

    /** The folder that it installs Node into, as the POM has it. */
    Optional<String> installDirectory() {
        return declared.flatMap(plugin -> text(plugin.getConfiguration(), "installDirectory"));
    }

    /**
     * What it says of the client of the front end in a folder: the goals that run there, then the versions it installs.
     *
     * @param directories those of {@link #workingDirectories} that are that folder
     */
    List<Clue> clues(Set<String> directories) {
        Optional<Plugin> plugin = declared.isPresent() ? declared : managed;
        List<Clue> clues = new ArrayList<>();
        if (plugin.isEmpty()) {
            return clues;
        }
        String common =
                text(plugin.get().getConfiguration(), "workingDirectory").orElse("");
        List<Clue> installed = new ArrayList<>(installs(plugin.get().getConfiguration()));
        for (PluginExecution execution : plugin.get().getExecutions()) {
            Object configuration = execution.getConfiguration();
            installed.addAll(installs(configuration));
            if (runsPackageManager(execution)
                    && directories.contains(
                            text(configuration, "workingDirectory").orElse(common))) {
                // Corepack starts whichever package.json pins.
                if (execution.getGoals().contains("corepack")) {
                    return List.of();
                }
                clues.addAll(goals(execution));
            }
        }
        if (clues.isEmpty()) {
            return installed;
        }
        Set<String> names = new LinkedHashSet<>();
        for (Clue clue : clues) {
            names.add(clue.name());
        }
        // Several clients in one folder settle nothing.
        if (names.size() > 1) {
            return List.of();
        }
        installed.removeIf(clue -> !names.contains(clue.name()));
        clues.addAll(installed);
        return clues;
    }

    private static List<Clue> goals(PluginExecution execution) {
        List<Clue> clues = new ArrayList<>();
        for (String goal : execution.getGoals()) {
            if (CLIENTS.contains(goal)) {
                clues.add(new Clue(goal, Optional.empty(), "frontend-maven-plugin's goal " + goal, true));
            }
        }
        return clues;
    }

    /** npm comes with Node, so that its version says little of what is run. */
    private static List<Clue> installs(Object configuration) {
        List<Clue> clues = new ArrayList<>();
        for (String client : CLIENTS) {
            Optional<String> version =
                    client.equals("npm") ? Optional.empty() : text(configuration, client + "Version");
            if (version.isPresent()) {
                clues.add(new Clue(
                        client, version, "frontend-maven-plugin's " + client + "Version " + version.get(), true));
            }
        }
        return clues;
    }

    private static Optional<Plugin> find(List<Plugin> plugins) {
        for (Plugin plugin : plugins) {
            if (plugin.getKey().equals(KEY)) {
                return Optional.of(plugin);
            }
        }
        return Optional.empty();
    }

    static Optional<String> text(Object configuration, String element) {
        Xpp3Dom child = configuration instanceof Xpp3Dom dom ? dom.getChild(element) : null;
        return child == null || child.getValue() == null || child.getValue().isBlank()
                ? Optional.empty()
                : Optional.of(child.getValue().strip());
    }
}
