package io.github.feedauth.check;

import io.github.feedauth.failure.Printable;
import io.github.feedauth.probe.Answer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A report for people: a block for each registry, aligned, with signs that the console can show. */
public final class TextReport {
    private final boolean plain;
    private final BiConsumer<Severity, String> log;

    /**
     * @param console the character set of the console
     * @param log takes the lines, each with how bad it is
     */
    public TextReport(Charset console, BiConsumer<Severity, String> log) {
        this.plain = !console.canEncode() || !console.newEncoder().canEncode("✔✖→");
        this.log = log;
    }

    /** Writes it. */
    public void write(CheckReport report) {
        line(
                Severity.INFO,
                "npm in " + report.folder()
                        + (report.folder().equals(report.root())
                                ? ""
                                : ", a member of the workspace " + report.root()));
        for (FeedReport feed : report.feeds()) {
            line(Severity.INFO, "");
            feed(feed);
        }
        if (!report.findings().isEmpty()) {
            line(Severity.INFO, "");
            line(Severity.INFO, "npm's configuration");
            findings(report.findings());
        }
    }

    private void feed(FeedReport feed) {
        line(Severity.INFO, feed.target().url().text());
        for (Setting setting : feed.target().lines()) {
            row(
                    "serves",
                    setting.key().equals("registry")
                            ? "every package that no other registry serves"
                            : setting.prefix());
            row("", setting.place().toString());
        }
        row("credential", feed.sent().map(SentCredential::shown).orElse("none"));
        feed.source().ifPresent(source -> row("", "the token of " + source));
        row("answer", answer(feed.answer()));
        findings(feed.findings());
    }

    /** Writes findings, each with what to do. */
    public void findings(List<Finding> findings) {
        for (Finding finding : findings) {
            line(
                    finding.severity(),
                    "  " + sign(finding.severity()) + " " + finding.code().text() + " " + finding.message()
                            + finding.place().map(place -> " (" + place + ")").orElse(""));
            String arrow = plain ? "->" : "→";
            for (String step : finding.cure().split("\n", -1)) {
                line(finding.severity(), "    " + arrow + " " + step);
                arrow = plain ? "  " : " ";
            }
        }
    }

    private void row(String name, String value) {
        line(Severity.INFO, "  %-12s%s".formatted(name, value));
    }

    private void line(Severity severity, String text) {
        log.accept(severity, Printable.name(text));
    }

    private String answer(Answer answer) {
        if (answer instanceof Answer.Accepted) {
            return (plain ? "ok" : "✔") + " npm gets in";
        }
        if (answer instanceof Answer.NotAsked notAsked) {
            return "not asked (" + notAsked.why() + ")";
        }
        boolean told = !(answer instanceof Answer.Unknown
                || answer instanceof Answer.RateLimited
                || answer instanceof Answer.ServerFault);
        return told ? sign(Severity.ERROR) + " npm does not get in" : sign(Severity.WARNING) + " not known";
    }

    private String sign(Severity severity) {
        return switch (severity) {
            case ERROR -> plain ? "x" : "✖";
            case WARNING -> "!";
            case INFO -> "i";
        };
    }

    /** The last line: how many of what, and which codes. */
    public static String summary(List<Finding> findings) {
        long errors = count(findings, Severity.ERROR);
        long warnings = count(findings, Severity.WARNING);
        List<String> parts = new ArrayList<>();
        if (errors > 0) {
            parts.add(errors + (errors == 1 ? " error" : " errors"));
        }
        if (warnings > 0) {
            parts.add(warnings + (warnings == 1 ? " warning" : " warnings"));
        }
        Optional<String> codes = findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(finding -> finding.code().text())
                .distinct()
                .reduce((one, other) -> one + ", " + other);
        return parts.isEmpty()
                ? "nothing wrong"
                : parts.stream().collect(Collectors.joining(" and ")) + " (" + codes.orElse("") + ")";
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
