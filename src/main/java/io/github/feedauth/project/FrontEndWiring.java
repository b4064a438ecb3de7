package io.github.feedauth.project;

import io.github.feedauth.client.NpmUserFile;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.store.EphemeralFiles;
import io.github.feedauth.store.StateFolder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * With {@code <extensions>true</extensions>}: hands the file of the stores {@code ephemeral} and {@code build} to the goals of
 * frontend-maven-plugin, binds {@code configure} where the POM leaves that out, removes the ephemeral files when the build ends, and
 * those that a killed build left when it begins.
 *
 * <p>The goals get an expression, not a path: it is evaluated when they run, after {@code configure} has written the file. Until
 * then it is the user's own file.
 *
 * <p>Declared in {@code META-INF/plexus/components.xml}: the Sisu of Maven up to 3.8 passes over annotated classes of Java 17.
 */
public final class FrontEndWiring extends AbstractMavenLifecycleParticipant {
    /** The project property that holds the path of the file for npm. */
    public static final String PROPERTY = "feedauth.userconfig";

    /** The project property that holds the plugins that Yarn 2 and newer has to load. */
    public static final String YARN_PROPERTY = "feedauth.yarnplugins";

    /** The environment variable by which npm is told. */
    public static final String VARIABLE = "NPM_CONFIG_USERCONFIG";

    /** The environment variable by which Yarn 2 and newer is told. */
    public static final String YARN_VARIABLE = "YARN_PLUGINS";

    /** npm takes whichever stands last in its environment, pnpm from 11 on the lower case; a build that npm itself starts has that one. */
    private static final List<String> VARIABLES = List.of(VARIABLE, "npm_config_userconfig");

    private static final String SELF = "io.github.feedauth:feedauth-maven-plugin";
    private static final Set<String> STORES = Set.of("ephemeral", "build");

    /** The modules that have been wired. */
    private static final class Wired {
        private final Set<String> modules = new HashSet<>();
    }

    /** Whether the POM declares this plugin as an extension of the build. */
    static boolean isExtension(MavenProject project) {
        Plugin self = project.getPlugin(SELF);
        return self != null && self.isExtensions();
    }

    /** Whether the module's goals get the file. */
    static boolean isWired(MavenSession session, MavenProject project) {
        return new SessionMemory(session)
                .known(Wired.class)
                .map(wired -> wired.modules.contains(project.getId()))
                .orElse(false);
    }

    @Override
    public void afterProjectsRead(MavenSession session) throws MavenExecutionException {
        try {
            prepare(session);
        } catch (FeedAuthFailure failure) {
            throw new MavenExecutionException(failure.getMessage(), failure);
        }
    }

    private static void prepare(MavenSession session) {
        MavenEnvironment machine = new MavenEnvironment(session);
        NpmUserFile own = new NpmUserFile(machine.variables(), machine.windows(), machine.operatingSystemHome());
        Wired wired = new SessionMemory(session).one(Wired.class, Wired::new);
        for (MavenProject project : session.getProjects()) {
            Plugin self = project.getPlugin(SELF);
            if (isExtension(project) && standsIn(session, project, self)) {
                bind(self);
                wire(project.getBuild());
                project.getProperties()
                        .putIfAbsent(
                                PROPERTY,
                                own.path(project.getBasedir().toPath(), Optional.empty())
                                        .toString());
                project.getProperties()
                        .putIfAbsent(YARN_PROPERTY, machine.variables().getOrDefault(YARN_VARIABLE, ""));
                wired.modules.add(project.getId());
            }
        }
        if (!wired.modules.isEmpty()) {
            // Now, and not when the first file is lent: a build of modules without a front end is the next build too.
            new EphemeralFiles(StateFolder.of(machine.variables(), machine.windows(), own.home())).sweep();
        }
    }

    @Override
    public void afterSessionEnd(MavenSession session) {
        new SessionMemory(session).known(EphemeralFiles.class).ifPresent(EphemeralFiles::close);
    }

    private static boolean standsIn(MavenSession session, MavenProject project, Plugin self) {
        String byProperty = session.getUserProperties()
                .getProperty(
                        "feedauth.credentialStore",
                        project.getProperties().getProperty("feedauth.credentialStore", ""));
        boolean standsIn = STORES.contains(store(self, byProperty));
        for (PluginExecution execution : self.getExecutions()) {
            standsIn |= execution.getGoals().contains("configure") && STORES.contains(store(execution, byProperty));
        }
        return standsIn;
    }

    /** What is configured comes before the property, as for every parameter. */
    private static String store(ConfigurationContainer container, String byProperty) {
        return FrontendMavenPlugin.text(container.getConfiguration(), "credentialStore")
                .orElse(byProperty);
    }

    private static void bind(Plugin self) {
        for (PluginExecution execution : self.getExecutions()) {
            if (execution.getGoals().contains("configure")) {
                return;
            }
        }
        PluginExecution execution = new PluginExecution();
        execution.setId("feedauth");
        execution.addGoal("configure");
        execution.setConfiguration(self.getConfiguration());
        self.addExecution(execution);
    }

    private static void wire(Build build) {
        for (Plugin plugin : build.getPlugins()) {
            wire(plugin);
        }
        if (build.getPluginManagement() != null) {
            for (Plugin plugin : build.getPluginManagement().getPlugins()) {
                wire(plugin);
            }
        }
    }

    private static void wire(Plugin plugin) {
        if (plugin.getKey().equals(FrontendMavenPlugin.KEY)) {
            hand(plugin);
            for (PluginExecution execution : plugin.getExecutions()) {
                hand(execution);
            }
        }
    }

    /** The user's own variables stay. */
    private static void hand(ConfigurationContainer container) {
        Xpp3Dom configuration =
                container.getConfiguration() instanceof Xpp3Dom dom ? new Xpp3Dom(dom) : new Xpp3Dom("configuration");
        Xpp3Dom variables = configuration.getChild("environmentVariables");
        if (variables == null) {
            variables = new Xpp3Dom("environmentVariables");
            configuration.addChild(variables);
        }
        add(variables, VARIABLES, PROPERTY);
        add(variables, List.of(YARN_VARIABLE), YARN_PROPERTY);
        container.setConfiguration(configuration);
    }

    private static void add(Xpp3Dom variables, List<String> names, String property) {
        for (Xpp3Dom variable : variables.getChildren()) {
            if (variable.getName().equalsIgnoreCase(names.get(0))) {
                return;
            }
        }
        for (String name : names) {
            Xpp3Dom variable = new Xpp3Dom(name);
            variable.setValue("${" + property + "}");
            variables.addChild(variable);
        }
    }
}
