package io.github.feedauth.project;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Tells which folders a build fills itself, and so may not be there yet. */
final class LaterFolders {
    private static final Set<String> NOT_MAKERS =
            Set.of(FrontendMavenPlugin.KEY, "io.github.feedauth:feedauth-maven-plugin");

    private final Model model;
    private final Path basedir;

    /**
     * @param model the project's effective model
     * @param basedir the project's folder
     */
    LaterFolders(Model model, Path basedir) {
        this.model = model;
        this.basedir = basedir;
    }

    /**
     * Whether the build fills the folder: it lies in the build directory; or it is not there yet, and the configuration of some
     * other plugin names it, something in it, or a folder around it that is not there yet either.
     */
    boolean include(Path folder) {
        Build build = model.getBuild();
        return build != null
                && (folder.startsWith(basedir.resolve(build.getDirectory()))
                        || (!Files.exists(folder) && namedByOtherPlugin(build, folder)));
    }

    private boolean namedByOtherPlugin(Build build, Path folder) {
        return build.getPlugins().stream()
                .filter(plugin -> !NOT_MAKERS.contains(plugin.getKey()))
                .flatMap(plugin -> Stream.concat(
                        Stream.of(plugin.getConfiguration()),
                        plugin.getExecutions().stream().map(PluginExecution::getConfiguration)))
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast)
                .flatMap(LaterFolders::values)
                .anyMatch(value -> names(value, folder));
    }

    private static Stream<String> values(Xpp3Dom dom) {
        Stream<String> own = dom.getValue() == null
                ? Stream.empty()
                : Stream.of(dom.getValue().strip());
        return Stream.of(
                        own,
                        Arrays.stream(dom.getAttributeNames()).map(dom::getAttribute),
                        Arrays.stream(dom.getChildren()).flatMap(LaterFolders::values))
                .flatMap(values -> values);
    }

    private boolean names(String value, Path folder) {
        if (value.isEmpty() || value.length() > 1000) {
            return false;
        }
        try {
            Path named = basedir.resolve(value).normalize();
            return named.startsWith(folder)
                    || (folder.startsWith(named) && !basedir.startsWith(named) && !Files.exists(named));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
