package io.github.feedauth.project;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import java.util.function.UnaryOperator;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/** Evaluates what the model leaves to the running build, with Maven's own evaluator for plugin parameters. */
public final class SessionExpressions implements UnaryOperator<String> {
    private final MavenSession session;
    private final MojoExecution execution;
    private PluginParameterExpressionEvaluator evaluator;

    public SessionExpressions(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.execution = execution;
    }

    /** The text with its expressions replaced; an expression that has no value stays as it is written. */
    @Override
    public String apply(String text) {
        if ((!text.contains("${") && !text.contains("@{")) || isUnset(text)) {
            return text;
        }
        try {
            Object value = evaluator().evaluate(text);
            return value == null ? text : value.toString();
        } catch (ExpressionEvaluationException e) {
            throw new FeedAuthFailure(
                    "The expression can't be evaluated",
                    "frontend-maven-plugin, workingDirectory: " + Printable.name(text),
                    "Correct it in the POM",
                    e);
        }
    }

    private PluginParameterExpressionEvaluator evaluator() {
        if (evaluator == null) {
            evaluator = new PluginParameterExpressionEvaluator(session, execution);
        }
        return evaluator;
    }

    /** Spares each module of a large build what the evaluator does first, a copy of all properties. */
    private boolean isUnset(String text) {
        if (!text.equals(FrontEndFolders.OWN_PARAMETER)) {
            return false;
        }
        String name = text.substring("${".length(), text.length() - 1);
        return session.getUserProperties().getProperty(name) == null
                && session.getSystemProperties().getProperty(name) == null
                && session.getCurrentProject().getProperties().getProperty(name) == null;
    }
}
