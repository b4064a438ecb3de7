package io.github.feedauth.check;

import io.github.feedauth.failure.Printable;
import io.github.feedauth.probe.Answer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** A report for people: a block for each registry, aligned, with signs that the console can show. */
public final class TextReport {
    private final boolean plain;
    private final BiConsumer<Severity, String> log;
    private final BiFunction<Severity, String, String> colour;

    /**
     * @param console the character set of the console
     * @param log takes the lines, each with how bad it is
     * @param colour gives a sign the colour of how bad it is; {@code INFO} is good
     */
    public TextReport(Charset console, BiConsumer<Severity, String> log, BiFunction<Severity, String, String> colour) {
        this.plain = !console.canEncode() || !console.newEncoder().canEncode("✔✖→");
        this.log = log;
        this.colour = colour;
    }

    /** Writes it. */
    public void write(CheckReport report) {
        line(
                Severity.INFO,
                report.client() + " in " + report.folder()
                        + (report.folder().equals(report.root())
                                ? ""
                                : ", a member of the workspace " + report.root()));
        Map<Boolean, List<Finding>> causes =
                report.findings().stream().collect(Collectors.partitioningBy(Finding::isCause));
        configuration(report.client(), causes.get(true));
        for (FeedReport feed : report.feeds()) {
            line(Severity.INFO, "");
            feed(feed, report.client());
        }
        configuration(report.client(), causes.get(false));
    }

    private void configuration(String client, List<Finding> findings) {
        if (!findings.isEmpty()) {
            line(Severity.INFO, "");
            line(Severity.INFO, client + "'s configuration");
            findings(findings);
        }
    }

    private void feed(FeedReport feed, String client) {
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
        answer(feed.answer(), client);
        findings(feed.findings());
    }

    /** Writes findings, each with what to do. */
    public void findings(List<Finding> findings) {
        for (Finding finding : findings) {
            signed(
                    finding.severity(),
                    "  ",
                    colour.apply(finding.severity(), sign(finding.severity())),
                    " " + finding.code().text() + " " + finding.message()
                            + finding.place().map(place -> " (" + place + ")").orElse(""));
            String arrow = plain ? "->" : "→";
            for (String step : finding.cure().split("\n", -1)) {
                line(finding.severity(), "    " + arrow + " " + step);
                arrow = plain ? "  " : " ";
            }
        }
    }

    private void row(String name, String value) {
        line(Severity.INFO, label(name) + value);
    }

    private static String label(String name) {
        return "  %-12s".formatted(name);
    }

    private void line(Severity severity, String text) {
        signed(severity, "", "", text);
    }

    /** What comes from outside is made printable; the sign, with its colour, is ours. */
    private void signed(Severity severity, String before, String sign, String after) {
        log.accept(severity, before + sign + Printable.name(after));
    }

    private void answer(Answer answer, String client) {
        if (answer instanceof Answer.Accepted) {
            answer(Severity.INFO, plain ? "ok" : "✔", client + " gets in");
            return;
        }
        if (answer instanceof Answer.NotAsked notAsked) {
            row("answer", "not asked (" + notAsked.why() + ")");
            return;
        }
        boolean told = !(answer instanceof Answer.Unknown
                || answer instanceof Answer.RateLimited
                || answer instanceof Answer.ServerFault);
        Severity severity = told ? Severity.ERROR : Severity.WARNING;
        answer(severity, sign(severity), told ? client + " does not get in" : "not known");
    }

    private void answer(Severity severity, String sign, String words) {
        signed(Severity.INFO, label("answer"), colour.apply(severity, sign), " " + words);
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
        long errors = Severity.ERROR.among(findings);
        long warnings = Severity.WARNING.among(findings);
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
}
