package io.github.feedauth.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** frontend-maven-plugin's configuration in a project's effective model: where it runs package managers, and which. */
final class FrontendMavenPlugin {
    static final String KEY = "com.github.eirslett:frontend-maven-plugin";

    private static final Set<String> PACKAGE_MANAGER_GOALS = Set.of("npm", "npx", "pnpm", "yarn", "bun", "corepack");

    private final Optional<Plugin> declared;
    private final Optional<Plugin> managed;

    FrontendMavenPlugin(Model model) {
        this.declared = Optional.ofNullable(model.getBuild()).flatMap(build -> find(build.getPlugins()));
        this.managed = Optional.ofNullable(model.getBuild())
                .flatMap(build -> Optional.ofNullable(build.getPluginManagement()))
                .flatMap(management -> find(management.getPlugins()));
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
        Set<String> directories = new LinkedHashSet<>();
        declared.ifPresent(plugin -> plugin.getExecutions().stream()
                .filter(execution -> !"none".equals(execution.getPhase()))
                .filter(execution -> execution.getGoals().stream().anyMatch(FrontendMavenPlugin::runsPackageManager))
                .forEach(execution -> directories.add(text(execution.getConfiguration(), "workingDirectory")
                        .or(() -> text(plugin.getConfiguration(), "workingDirectory"))
                        .orElse(""))));
        if (directories.isEmpty()) {
            declared.or(() -> managed)
                    .ifPresent(plugin -> directories.add(
                            text(plugin.getConfiguration(), "workingDirectory").orElse("")));
        }
        return List.copyOf(directories);
    }

    /** Whether it installs Yarn 1. */
    boolean installsYarnClassic() {
        return configurations()
                .flatMap(configuration -> text(configuration, "yarnVersion").stream())
                .anyMatch(version -> version.startsWith("v1.") || version.startsWith("1."));
    }

    private Stream<Object> configurations() {
        List<Object> configurations = new ArrayList<>();
        declared.or(() -> managed).ifPresent(plugin -> {
            configurations.add(plugin.getConfiguration());
            plugin.getExecutions().stream()
                    .map(PluginExecution::getConfiguration)
                    .forEach(configurations::add);
        });
        return configurations.stream();
    }

    private static Optional<Plugin> find(List<Plugin> plugins) {
        return plugins.stream().filter(plugin -> plugin.getKey().equals(KEY)).findFirst();
    }

    private static Optional<String> text(Object configuration, String element) {
        return configuration instanceof Xpp3Dom dom
                ? Optional.ofNullable(dom.getChild(element))
                        .map(Xpp3Dom::getValue)
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                : Optional.empty();
    }
}
