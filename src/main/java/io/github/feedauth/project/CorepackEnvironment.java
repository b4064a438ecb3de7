package io.github.feedauth.project;

import io.github.feedauth.credential.Secret;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MojoExecutionEvent;
import org.apache.maven.execution.MojoExecutionListener;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Gives frontend-maven-plugin's goal {@code corepack} the environment that Corepack needs. Corepack reads no file; and what stands in a
 * goal's configuration, {@code -X} prints. So the goal gets the variables when it is configured and about to run.
 *
 * <p>Corepack sends a user name and a password to whatever host it downloads from. With its variable for custom addresses set, or
 * another registry, it gets neither.
 */
public final class CorepackEnvironment implements MojoExecutionListener {
    private static final String GOAL = "corepack";
    private static final String OWN = "COREPACK_NPM_";
    private static final String CUSTOM_ADDRESSES = "COREPACK_ENABLE_UNSAFE_CUSTOM_URLS";
    private static final String FIELD = "environmentVariables";

    /** What the modules of the build may hand over, by their ids. */
    record Lent(Map<String, Map<String, Secret>> modules) {
        Lent() {
            this(new ConcurrentHashMap<>());
        }
    }

    @Override
    public void beforeMojoExecution(MojoExecutionEvent event) throws MojoExecutionException {
        MojoExecution execution = event.getExecution();
        if (GOAL.equals(execution.getGoal())
                && FrontendMavenPlugin.KEY.equals(execution.getPlugin().getKey())) {
            Optional<Lent> lent = new SessionMemory(event.getSession()).known(Lent.class);
            Map<String, Secret> variables = lent.isEmpty()
                    ? Map.of()
                    : lent.get().modules().getOrDefault(event.getProject().getId(), Map.of());
            if (!variables.isEmpty() && !isUsersOwn(new MavenEnvironment(event.getSession()).variables())) {
                hand(event.getMojo(), variables);
            }
        }
    }

    private static boolean isUsersOwn(Map<String, String> variables) {
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            if (variable.getKey().startsWith(OWN)
                    || (variable.getKey().equals(CUSTOM_ADDRESSES)
                            && !variable.getValue().equals("0"))) {
                return true;
            }
        }
        return false;
    }

    private static void hand(Mojo mojo, Map<String, Secret> more) throws MojoExecutionException {
        try {
            Field field = field(mojo.getClass());
            field.setAccessible(true);
            Map<String, String> variables = new LinkedHashMap<>();
            if (field.get(mojo) instanceof Map<?, ?> set) {
                set.forEach(
                        (name, value) -> variables.put(String.valueOf(name), value == null ? "" : value.toString()));
            }
            if (!isUsersOwn(variables)) {
                more.forEach((name, value) -> variables.put(name, value.reveal()));
                field.set(mojo, variables);
            }
        } catch (ReflectiveOperationException e) {
            throw new MojoExecutionException(
                    "This release of frontend-maven-plugin has no " + FIELD
                            + " that could hold Corepack's. Use another release, or another credentialStore",
                    e);
        }
    }

    private static Field field(Class<?> type) throws NoSuchFieldException {
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            for (Field field : one.getDeclaredFields()) {
                if (field.getName().equals(FIELD)) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(FIELD);
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
