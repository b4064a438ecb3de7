package io.github.feedauth.check;

import io.github.feedauth.probe.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The report that the README shows: a token of last year stands before the PAT, and the feed does not take it. */
public final class ShownReport {
    private ShownReport() {}

    /** Its lines, with the folders that the README uses. */
    public static List<String> lines(Path temp) throws IOException {
        Desk desk = new Desk(temp);
        desk.environment.put("FEEDAUTH_PAT", Desk.PAT);
        desk.user(Desk.good() + Desk.KEY + ":_authToken=eyJ.old.x\n");
        CheckReport offline = desk.check();
        FeedReport feed = offline.feeds().get(0);
        Answer answer = new Answer.Rejected(Optional.empty());
        List<Finding> findings = new ArrayList<>();
        new ProbeFindings(
                        feed.target(),
                        "the token of " + feed.sent().orElseThrow().decisive().place(),
                        feed.sent())
                .of(answer)
                .ifPresent(findings::add);
        findings.addAll(feed.findings());
        CheckReport report = new CheckReport(
                "npm",
                offline.folder(),
                offline.root(),
                List.of(new FeedReport(feed.target(), feed.sent(), feed.source(), answer, findings)),
                List.of());
        List<String> lines = new ArrayList<>();
        new TextReport(
                        StandardCharsets.UTF_8,
                        (severity, line) -> lines.add(("[" + severity + "] " + line)
                                .replace(desk.home.toString(), "/home/ada")
                                .replace(desk.project.toString(), "/home/ada/shop")
                                .stripTrailing()),
                        (severity, sign) -> sign)
                .write(report);
        return lines;
    }
}
