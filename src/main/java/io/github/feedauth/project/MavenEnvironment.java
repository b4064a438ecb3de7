package io.github.feedauth.project;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;

/** The machine as the session sees it. The variables come from the session, not from this JVM: in a daemon they differ. */
public final class MavenEnvironment {
    private static final String PREFIX = "env.";

    private final Properties systemProperties;

    public MavenEnvironment(MavenSession session) {
        this.systemProperties = session.getSystemProperties();
    }

    /** The environment variables by name; on Windows Maven gives their names in upper case. */
    public Map<String, String> variables() {
        return systemProperties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .collect(Collectors.toUnmodifiableMap(
                        name -> name.substring(PREFIX.length()), systemProperties::getProperty));
    }

    /** Whether this is Windows. */
    public boolean windows() {
        return File.separatorChar == '\\';
    }

    /** The home folder that the operating system knows for this user. */
    public Path operatingSystemHome() {
        return Path.of(systemProperties.getProperty("user.home", System.getProperty("user.home")));
    }
}
