package io.github.feedauth.project;

import io.github.feedauth.client.Clue;
import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.client.FrontEndLocator;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.maven.project.MavenProject;

/**
 * The folders of a module in which a package manager will run: those the user set, else those that frontend-maven-plugin is
 * configured with in this POM, else the module's own.
 */
public final class FrontEndFolders {
    static final String OWN_PARAMETER = "${workingDirectory}";

    private final MavenProject project;
    private final List<MavenProject> reactor;
    private final UnaryOperator<String> expressions;
    private final FrontendMavenPlugin frontend;
    private final LaterFolders later;

    /**
     * @param project the module
     * @param reactor all modules of the build
     * @param expressions evaluates what the model leaves to the running build, such as {@code ${session.executionRootDirectory}}
     */
    public FrontEndFolders(MavenProject project, List<MavenProject> reactor, UnaryOperator<String> expressions) {
        this.project = project;
        this.reactor = reactor;
        this.expressions = expressions;
        this.frontend = new FrontendMavenPlugin(project.getModel());
        this.later = new LaterFolders(project.getModel(), basedir());
    }

    /**
     * What was found.
     *
     * @param frontEnds the front ends that are there
     * @param notYet the folders that hold no {@code package.json} yet, because the build fills them later
     */
    public record Found(List<FrontEnd> frontEnds, List<Path> notYet) {
        /** Whether there is nothing to do in this module. */
        public boolean isEmpty() {
            return frontEnds.isEmpty() && notYet.isEmpty();
        }
    }

    /**
     * Looks them up.
     *
     * @param set the folders that the user set, empty for none
     * @param client what the user says of the client, empty for nothing
     * @throws FeedAuthFailure where a folder that the user set is not there and nothing in the build makes it
     */
    public Found find(List<File> set, Optional<Clue> client) {
        List<FrontEnd> frontEnds = new ArrayList<>();
        List<Path> notYet = new ArrayList<>();
        FrontEndLocator locator = new FrontEndLocator();
        for (Path folder : set.isEmpty() ? configured() : given(set)) {
            Optional<FrontEnd> frontEnd = locator.locate(folder, client, frontend.clues(directoriesOf(folder)));
            if (frontEnd.isPresent()) {
                frontEnds.add(frontEnd.get());
            } else if (later.include(folder)) {
                notYet.add(folder);
            } else if (!set.isEmpty()) {
                requireThere(folder);
            }
        }
        return new Found(List.copyOf(frontEnds), List.copyOf(notYet));
    }

    private List<Path> given(List<File> set) {
        return set.stream()
                .filter(Objects::nonNull)
                .map(File::getPath)
                .map(this::withoutBlanks)
                .filter(folder -> !folder.isEmpty())
                .map(this::absolute)
                .distinct()
                .toList();
    }

    /** Those around the commas of {@code a, b}, which Maven leaves: it hands over the second as {@code /module/ b}. */
    private String withoutBlanks(String folder) {
        String start = project.getBasedir().getPath() + File.separator;
        return folder.startsWith(start) ? folder.substring(start.length()).strip() : folder.strip();
    }

    private List<Path> configured() {
        List<String> directories = frontend.workingDirectories();
        Set<Path> folders = new LinkedHashSet<>();
        for (String directory : directories.isEmpty() ? List.of("") : directories) {
            folders.add(inPom(directory));
        }
        return List.copyOf(folders);
    }

    private Set<String> directoriesOf(Path folder) {
        Set<String> directories = new HashSet<>();
        for (String directory : frontend.workingDirectories()) {
            if (inPom(directory).equals(folder)) {
                directories.add(directory);
            }
        }
        return directories;
    }

    private Path inPom(String directory) {
        return absolute(expressions.apply(directory.isEmpty() ? ownParameter() : directory));
    }

    /** frontend-maven-plugin's parameter has a property too; where that is not set, it runs in the module's folder. */
    private String ownParameter() {
        String value = expressions.apply(OWN_PARAMETER);
        return value.equals(OWN_PARAMETER) ? "" : value;
    }

    /**
     * A parent may set one folder for all of its modules: it is wrong only where no module of the build has it, and not the fault
     * of a child that runs no front end of its own.
     */
    private void requireThere(Path folder) {
        if (Files.isDirectory(folder) || (project.getParent() != null && !frontend.isDeclared())) {
            return;
        }
        Path relative = folder.startsWith(basedir()) ? basedir().relativize(folder) : folder;
        boolean rightForAnother = reactor.stream()
                .filter(module -> module.getBasedir() != null)
                .anyMatch(
                        module -> Files.isDirectory(module.getBasedir().toPath().resolve(relative)));
        if (!rightForAnother) {
            throw new FeedAuthFailure(
                    Files.exists(folder)
                            ? "This is a file, not a folder"
                            : "The folder is not there, and nothing in this build makes it",
                    "parameter workingDirectory: " + Printable.name(folder.toString()),
                    "Correct it: it is the folder with package.json, relative to the module's own");
        }
    }

    private Path absolute(String folder) {
        try {
            return basedir().resolve(folder).normalize();
        } catch (InvalidPathException e) {
            throw new FeedAuthFailure(
                    "This is no name of a folder",
                    "workingDirectory: " + Printable.name(folder),
                    "Correct it in the POM",
                    e);
        }
    }

    private Path basedir() {
        return project.getBasedir().toPath().toAbsolutePath().normalize();
    }
}
