package io.github.feedauth.mojo;

import io.github.feedauth.check.Severity;
import io.github.feedauth.check.TextReport;
import java.nio.charset.Charset;
import java.util.function.BiConsumer;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.shared.utils.logging.MessageBuilder;
import org.apache.maven.shared.utils.logging.MessageUtils;

/** How reports get to the console: at Maven's own levels, so that its colours and every tool's filters do their work. */
final class Consoles {
    private Consoles() {}

    /** What the JVM writes to the console in: known by these properties, or else the machine's own. */
    static Charset charset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        return !name.isEmpty() && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }

    /** Writes reports to whoever takes the lines. */
    static TextReport report(BiConsumer<Severity, String> lines) {
        return new TextReport(charset(), lines, Consoles::coloured);
    }

    /** By Maven's own builder of messages, as far as Maven lets its library for colours be seen: from 3.10 on it does not. */
    private static String coloured(Severity severity, String sign) {
        MessageBuilder message = MessageUtils.buffer();
        return switch (severity) {
            case ERROR -> message.failure(sign).build();
            case WARNING -> message.warning(sign).build();
            case INFO -> message.success(sign).build();
        };
    }

    static void log(Log log, Severity severity, String line) {
        switch (severity) {
            case ERROR -> log.error(line);
            case WARNING -> log.warn(line);
            case INFO -> log.info(line);
        }
    }
}
