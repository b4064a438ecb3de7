package io.github.feedauth.project;

import io.github.feedauth.client.CorepackRelease;
import io.github.feedauth.client.CorepackRun;
import io.github.feedauth.client.CorepackVariables;
import io.github.feedauth.credential.Secret;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MojoExecutionEvent;
import org.apache.maven.execution.MojoExecutionListener;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Gives frontend-maven-plugin's goal {@code corepack} the environment that Corepack needs. Corepack reads no file with a credential;
 * and what stands in a goal's configuration, {@code -X} prints. So the goal gets the variables when it is configured and about to run.
 */
public final class CorepackEnvironment implements MojoExecutionListener {
    private static final String GOAL = "corepack";
    private static final String NOTHING = "Corepack gets no credential from feedauth-maven-plugin: ";

    @Override
    public void beforeMojoExecution(MojoExecutionEvent event) throws MojoExecutionException {
        MojoExecution execution = event.getExecution();
        if (GOAL.equals(execution.getGoal())
                && FrontendMavenPlugin.KEY.equals(execution.getPlugin().getKey())) {
            Optional<CorepackLoans> loans = new SessionMemory(event.getSession()).known(CorepackLoans.class);
            Map<String, Secret> loan = loans.isEmpty() ? Map.of() : loans.get().of(event.getProject());
            CorepackGoal goal = new CorepackGoal(event.getMojo());
            if (!loan.isEmpty() && !goal.isSkipped()) {
                lend(loan, goal, event);
            }
        }
    }

    private static void lend(Map<String, Secret> loan, CorepackGoal goal, MojoExecutionEvent event)
            throws MojoExecutionException {
        Log log = event.getMojo().getLog();
        Map<String, String> variables = goal.variables();
        Optional<CorepackRun.Detour> detour = new CorepackRun(
                        new MavenEnvironment(event.getSession()).variables(),
                        variables,
                        goal.workingDirectory(),
                        goal.arguments())
                .detour();
        Optional<String> shortcoming =
                CorepackRelease.in(goal.corepack()).shortcoming(loan.containsKey(CorepackVariables.TOKEN));
        if (detour.isPresent() && detour.get().chosen()) {
            log.info(NOTHING + detour.get().text());
        } else if (detour.isPresent()) {
            log.warn(NOTHING + detour.get().text());
        } else if (shortcoming.isPresent()) {
            log.warn(NOTHING + shortcoming.get());
        } else {
            loan.forEach((name, value) -> variables.put(name, value.reveal()));
            goal.variables(variables);
        }
    }

    @Override
    public void afterMojoExecutionSuccess(MojoExecutionEvent event) {
        // Nothing to take back: the goal's object is gone with it.
    }

    @Override
    public void afterExecutionFailure(MojoExecutionEvent event) {
        // As after a success.
    }
}
