package io.github.feedauth.mojo;

import io.github.feedauth.check.Severity;
import io.github.feedauth.check.TextReport;
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

    /** Writes reports to a log. */
    static TextReport report(Log log) {
        return new TextReport(charset(), (severity, line) -> log(log, severity, line));
    }

    static void log(Log log, Severity severity, String line) {
        switch (severity) {
            case ERROR -> log.error(line);
            case WARNING -> log.warn(line);
            case INFO -> log.info(line);
        }
    }
}
