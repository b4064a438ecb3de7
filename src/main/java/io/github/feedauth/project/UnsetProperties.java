package io.github.feedauth.project;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Parameters whose whole value is a property that is not set. Maven takes such a parameter for one that is left out: a feed would lose
 * its scopes, and a credential go to another store than the POM says. Switches are let pass: {@code <skip>${skipTests}</skip>} is a usual
 * way to write that nothing is skipped unless somebody says so.
 */
public final class UnsetProperties {
    /** Those that say what is written, where, and with whose credential. */
    private static final Set<String> WEIGHTY = Set.of(
            "feed",
            "feeds",
            "serverId",
            "patEnvName",
            "entra",
            "workingDirectory",
            "credentialStore",
            "legacyKeys",
            "client");

    private final MojoExecution execution;
    private final SessionExpressions expressions;

    public UnsetProperties(MavenSession session, MojoExecution execution) {
        this.execution = execution;
        this.expressions = new SessionExpressions(session, execution);
    }

    /**
     * Looks at the parameters of the execution that matter so much, and at the elements inside.
     *
     * @throws FeedAuthFailure where there is one
     */
    public void refuse() {
        Xpp3Dom configuration = execution.getConfiguration();
        if (configuration != null) {
            for (Xpp3Dom parameter : configuration.getChildren()) {
                if (WEIGHTY.contains(parameter.getName())) {
                    refuse(parameter, "parameter " + parameter.getName());
                }
            }
        }
    }

    private void refuse(Xpp3Dom element, String where) {
        String text = element.getValue() == null ? "" : element.getValue().strip();
        if (isProperty(text) && !isOwnProperty(element.getName(), text) && isUnset(text)) {
            throw new FeedAuthFailure(
                    "<" + element.getName() + "> refers to a property that is not set",
                    where + ": " + Printable.name(text),
                    "Set the property that stands between ${ and }, or remove the element");
        }
        for (Xpp3Dom child : element.getChildren()) {
            refuse(child, where + ", " + child.getName());
        }
    }

    /** Maven's own way to say that the POM leaves a parameter to its property; it stands beside the elements of one that is set, too. */
    private static boolean isOwnProperty(String parameter, String text) {
        return text.equals("${feedauth." + parameter + "}");
    }

    private static boolean isProperty(String text) {
        return text.startsWith("${") && text.indexOf('}') == text.length() - 1;
    }

    private boolean isUnset(String property) {
        return expressions.apply(property).equals(property);
    }
}
