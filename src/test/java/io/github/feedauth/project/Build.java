package io.github.feedauth.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** A build made by hand: the model of a module and the session it runs in. */
public final class Build {
    static final String FRONTEND = "frontend-maven-plugin";

    private Build() {}

    /** A module as Maven's super POM leaves it: it builds into {@code target}, and runs these plugins. */
    public static MavenProject module(Path basedir, Plugin... plugins) {
        MavenProject project = new MavenProject(model(basedir, plugins));
        project.setFile(basedir.resolve("pom.xml").toFile());
        return project;
    }

    static Model model(Path basedir, Plugin... plugins) {
        Model model = new Model();
        model.setBuild(new org.apache.maven.model.Build());
        model.getBuild().setDirectory(basedir.resolve("target").toString());
        model.getBuild().setPlugins(new ArrayList<>(List.of(plugins)));
        return model;
    }

    static Model withManaged(Model model, Plugin plugin) {
        model.getBuild().setPluginManagement(new PluginManagement());
        model.getBuild().getPluginManagement().addPlugin(plugin);
        return model;
    }

    public static Plugin frontend(Map<String, String> configuration, PluginExecution... executions) {
        return plugin("com.github.eirslett", FRONTEND, configuration, executions);
    }

    static Plugin plugin(
            String groupId, String artifactId, Map<String, String> configuration, PluginExecution... executions) {
        Plugin plugin = new Plugin();
        plugin.setGroupId(groupId);
        plugin.setArtifactId(artifactId);
        plugin.setConfiguration(dom(configuration));
        plugin.setExecutions(new ArrayList<>(List.of(executions)));
        return plugin;
    }

    public static PluginExecution execution(String id, String goal, Map<String, String> configuration) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.addGoal(goal);
        execution.setConfiguration(dom(configuration));
        return execution;
    }

    private static Xpp3Dom dom(Map<String, String> elements) {
        Xpp3Dom dom = new Xpp3Dom("configuration");
        elements.forEach((name, value) -> {
            Xpp3Dom child = new Xpp3Dom(name);
            child.setValue(value);
            dom.addChild(child);
        });
        return dom;
    }

    public static MavenSession session(MavenExecutionRequest request, MavenProject... projects) {
        @SuppressWarnings("deprecation")
        MavenSession session = new MavenSession(
                null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
        if (projects.length > 0) {
            session.setProjects(List.of(projects));
            session.setAllProjects(List.of(projects));
        }
        return session;
    }

    static MavenSession session(MavenProject... projects) {
        return session(new DefaultMavenExecutionRequest(), projects);
    }
}
