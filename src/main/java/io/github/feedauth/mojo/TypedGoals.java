package io.github.feedauth.mojo;

import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * How this plugin's goals are typed in the folder that Maven was started in: by the prefix where Maven knows it, in full elsewhere. A
 * goal that needs a POM is no use where there is none, and the command says so.
 */
final class TypedGoals {
    private static final Pattern BY_PREFIX = Pattern.compile("mvn feedauth:([a-z-]+)( package)?");
    private static final String WITHOUT_POM = "check";

    private final MavenSession session;
    private final MojoExecution self;

    /** @param self the execution of the goal that speaks */
    TypedGoals(MavenSession session, MojoExecution self) {
        this.session = session;
        this.self = self;
    }

    /** The text, with commands that can be pasted. */
    String in(String text) {
        if (!text.contains("mvn feedauth:") || isPrefixKnown()) {
            return text;
        }
        String plugin = self.getGroupId() + ":" + self.getArtifactId() + ":" + self.getVersion() + ":";
        boolean pom = top() != null && top().getBasedir() != null;
        return BY_PREFIX.matcher(text).replaceAll(command -> {
            String goal = command.group(1);
            String more = command.group(2) == null ? "" : command.group(2);
            return "mvn " + plugin + goal + more
                    + (pom || goal.equals(WITHOUT_POM) ? "" : " beside the project's pom.xml");
        });
    }

    private boolean isPrefixKnown() {
        return session.getSettings().getPluginGroups().contains(self.getGroupId())
                || (top() != null && names(top().getBuild()));
    }

    private boolean names(Build build) {
        String key = self.getGroupId() + ":" + self.getArtifactId();
        return build != null
                && (build.getPluginsAsMap().containsKey(key)
                        || (build.getPluginManagement() != null
                                && build.getPluginManagement().getPluginsAsMap().containsKey(key)));
    }

    private MavenProject top() {
        return session.getTopLevelProject();
    }
}
