package io.github.feedauth.project;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;

/** frontend-maven-plugin's goal {@code corepack}, configured and about to run: it offers no other way to what it has been given. */
final class CorepackGoal {
    private static final String VARIABLES = "environmentVariables";

    private final Mojo goal;

    CorepackGoal(Mojo goal) {
        this.goal = goal;
    }

    /** Whether it is configured to do nothing. */
    boolean isSkipped() {
        try {
            return Boolean.TRUE.equals(field("skip").get(goal));
        } catch (ReflectiveOperationException noSuchParameter) {
            return false;
        }
    }

    /** The variables that it will start Corepack with, beside those of the build. */
    Map<String, String> variables() throws MojoExecutionException {
        Map<String, String> variables = new LinkedHashMap<>();
        if (get(VARIABLES) instanceof Map<?, ?> set) {
            set.forEach((name, value) -> variables.put(String.valueOf(name), value == null ? "" : value.toString()));
        }
        return variables;
    }

    /** Gives it others: a map of its own, since Maven may still print the one that it was configured with. */
    void variables(Map<String, String> variables) throws MojoExecutionException {
        try {
            field(VARIABLES).set(goal, variables);
        } catch (ReflectiveOperationException e) {
            throw unfit(VARIABLES, e);
        }
    }

    /** Where it runs Corepack. */
    Path workingDirectory() throws MojoExecutionException {
        return ((File) get("workingDirectory")).toPath();
    }

    /** Corepack's command line. */
    String arguments() throws MojoExecutionException {
        return get("arguments") instanceof String arguments ? arguments : "";
    }

    /** The folder of the Corepack that it runs. */
    Path corepack() throws MojoExecutionException {
        Path installed = get("installDirectory") instanceof File folder ? folder.toPath() : workingDirectory();
        return installed.resolve("node").resolve("node_modules").resolve("corepack");
    }

    private Object get(String name) throws MojoExecutionException {
        try {
            return field(name).get(goal);
        } catch (ReflectiveOperationException e) {
            throw unfit(name, e);
        }
    }

    private Field field(String name) throws NoSuchFieldException {
        for (Class<?> one = goal.getClass(); one != null; one = one.getSuperclass()) {
            for (Field field : one.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(name);
    }

    private static MojoExecutionException unfit(String name, ReflectiveOperationException cause) {
        return new MojoExecutionException(
                "This release of frontend-maven-plugin has no " + name
                        + " by which its goal corepack could be given the feed. Use another release, or another"
                        + " credentialStore",
                cause);
    }
}
