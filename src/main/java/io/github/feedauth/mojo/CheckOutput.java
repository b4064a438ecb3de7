package io.github.feedauth.mojo;

import io.github.feedauth.check.CheckReport;
import io.github.feedauth.check.FailOn;
import io.github.feedauth.check.Finding;
import io.github.feedauth.check.Format;
import io.github.feedauth.check.JsonReport;
import io.github.feedauth.check.Severity;
import io.github.feedauth.check.TextReport;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Where the reports of {@code check} go, and from what on the build fails for them. */
final class CheckOutput {
    private final Log log;
    private final UnaryOperator<String> goals;
    private final Format format;
    private final File file;
    private final FailOn failOn;

    /**
     * Takes the goal's parameters.
     *
     * @param goals writes the commands that a text names as they have to be typed
     * @param file to write the JSON to as well; may be null
     * @throws FeedAuthFailure where one has a value that it can't have
     */
    CheckOutput(Log log, UnaryOperator<String> goals, String format, File file, String failOn) {
        this.log = log;
        this.goals = goals;
        this.failOn = FailOn.parse(failOn);
        this.format = Format.parse(format);
        this.file = file;
    }

    /** Writes the reports; fails the build where it has to. */
    void write(List<CheckReport> reports) throws MojoFailureException {
        String json = goals.apply(JsonReport.of(reports));
        if (format == Format.JSON) {
            log.info(json);
        } else {
            reports.forEach(Consoles.report((severity, line) -> Consoles.log(log, severity, goals.apply(line)))::write);
        }
        if (file != null) {
            write(json);
        }
        List<Finding> findings = CheckReport.findings(reports);
        if (failOn.isMetBy(findings)) {
            throw new MojoFailureException(
                    verdict(reports) + TextReport.summary(findings) + ". What to do about each stands above");
        }
    }

    private static String verdict(List<CheckReport> reports) {
        String failing = reports.stream()
                .filter(report -> report.count(Severity.ERROR) > 0)
                .map(CheckReport::client)
                .distinct()
                .collect(Collectors.joining(" and "));
        return failing.isEmpty()
                ? "The build is to fail for warnings: "
                : failing + " will not get in as things stand: ";
    }

    private void write(String json) {
        try {
            Path path = file.toPath().toAbsolutePath();
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            Files.writeString(path, json + "\n");
        } catch (IOException e) {
            throw new FeedAuthFailure(
                    "The report can't be written",
                    "parameter reportFile: " + Printable.name(file.toString()),
                    "Name a file that this user may write",
                    e);
        }
    }
}
