package io.github.feedauth.project;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.maven.project.MavenProject;

/** How npm will be run for a module: by which Node, and with which registry on its command line. */
public final class FrontEndRun {
    private static final String PROPERTY = "${npmRegistryURL}";

    private final MavenProject project;
    private final UnaryOperator<String> expressions;
    private final FrontendMavenPlugin frontend;

    /**
     * @param project the module
     * @param expressions evaluates what the model leaves to the running build
     */
    public FrontEndRun(MavenProject project, UnaryOperator<String> expressions) {
        this.project = project;
        this.expressions = expressions;
        this.frontend = new FrontendMavenPlugin(project.getModel());
    }

    /** The registries that frontend-maven-plugin gives npm as {@code --registry}, by the place that says so, in words. */
    public Map<String, String> registryFlags() {
        Map<String, String> flags = new LinkedHashMap<>();
        frontend.registryUrls()
                .forEach((execution, url) -> flags.put(
                        "npmRegistryURL of frontend-maven-plugin, execution " + execution, expressions.apply(url)));
        String property = expressions.apply(PROPERTY);
        if (flags.isEmpty() && frontend.isDeclared() && !property.equals(PROPERTY) && !property.isBlank()) {
            flags.put("the property npmRegistryURL, which frontend-maven-plugin takes", property);
        }
        return flags;
    }

    /**
     * The program that will run npm, links resolved: the one that frontend-maven-plugin has installed, else the first on the path.
     *
     * @param environment the variables of the environment
     */
    public Optional<Path> node(Map<String, String> environment, boolean windows) {
        String name = windows ? "node.exe" : "node";
        Optional<Path> installed = project.getBasedir() == null || !frontend.isDeclared()
                ? Optional.empty()
                : real(project.getBasedir()
                        .toPath()
                        .resolve(expressions.apply(frontend.installDirectory().orElse("")))
                        .resolve("node")
                        .resolve(name));
        if (installed.isPresent()) {
            return installed;
        }
        for (String folder : environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1)) {
            Optional<Path> found = folder.isEmpty() ? Optional.empty() : real(Path.of(folder, name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> real(Path program) {
        try {
            return Files.isExecutable(program) ? Optional.of(program.toRealPath()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
