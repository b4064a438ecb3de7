package io.github.feedauth.mojo;

import io.github.feedauth.check.Severity;
import java.nio.charset.Charset;
import org.apache.maven.plugin.logging.Log;

/** How reports get to the console: at Maven's own levels, so that its colours and every tool's filters do their work. */
final class Consoles {
    private Consoles() {}

    /** What the JVM writes to the console in: known by these properties, or else the machine's own. */
    static Charset charset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        return !name.isEmpty() && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }

    static void log(Log log, Severity severity, String line) {
        switch (severity) {
            case ERROR -> log.error(line);
            case WARNING -> log.warn(line);
            case INFO -> log.info(line);
        }
    }
}
