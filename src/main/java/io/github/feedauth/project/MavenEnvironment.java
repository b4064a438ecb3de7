package io.github.feedauth.project;

import java.io.File;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;

/** The machine as the session sees it. The variables come from the session, not from this JVM: in a daemon they differ. */
public final class MavenEnvironment {
    private static final String PREFIX = "env.";

    private final Properties systemProperties;
    private final boolean windows;

    /** The machine that this JVM runs on. */
    public MavenEnvironment(MavenSession session) {
        this(session, File.separatorChar == '\\');
    }

    MavenEnvironment(MavenSession session, boolean windows) {
        this.systemProperties = session.getSystemProperties();
        this.windows = windows;
    }

    /** The environment variables by name; on Windows, where Maven gives names in upper case, found in any letter case. */
    public Map<String, String> variables() {
        Map<String, String> variables = windows ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new HashMap<>();
        for (String name : systemProperties.stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                variables.put(name.substring(PREFIX.length()), systemProperties.getProperty(name));
            }
        }
        return Collections.unmodifiableMap(variables);
    }

    /** Whether this is Windows. */
    public boolean windows() {
        return windows;
    }

    /** The home folder that the operating system knows for this user. */
    public Path operatingSystemHome() {
        return Path.of(systemProperties.getProperty("user.home", System.getProperty("user.home")));
    }
}
