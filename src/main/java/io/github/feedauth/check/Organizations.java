package io.github.feedauth.check;

import io.github.feedauth.credential.Secret;
import io.github.feedauth.feed.AzureFeed;
import io.github.feedauth.feed.Deployment;
import io.github.feedauth.probe.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tokens and the organizations that they are sent to. */
final class Organizations {
    private Organizations() {}

    static List<Finding> findings(List<FeedReport> reports) {
        Map<Secret, Map<String, FeedReport>> byToken = new LinkedHashMap<>();
        for (FeedReport report : reports) {
            Optional<AzureFeed> azure =
                    report.target().azure().filter(feed -> feed.deployment() == Deployment.SERVICES);
            Optional<Secret> token = report.sent().flatMap(SentCredential::token);
            if (azure.isPresent() && token.isPresent() && !token.get().reveal().startsWith("eyJ")) {
                Map<String, FeedReport> known = byToken.computeIfAbsent(token.get(), key -> new LinkedHashMap<>());
                FeedReport before = known.get(azure.get().owner());
                if (before == null || !(before.answer() instanceof Answer.Accepted)) {
                    known.put(azure.get().owner(), report);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        byToken.values().stream().filter(known -> known.size() > 1).forEach(known -> findings.add(of(known)));
        return findings;
    }

    private static Finding of(Map<String, FeedReport> known) {
        String organizations = String.join(", ", known.keySet());
        long accepted = known.values().stream()
                .filter(report -> report.answer() instanceof Answer.Accepted)
                .count();
        return accepted > 1
                ? Finding.of(
                        Code.GLOBAL_PAT,
                        "One PAT opens the feeds of several organizations (" + organizations
                                + "): such a PAT stops working on 1 December 2026",
                        "Make a PAT in each organization, and give each feed its own by <serverId> or <patEnvName>")
                : Finding.of(
                        Code.SEVERAL_ORGANIZATIONS,
                        "The same PAT would be sent to several organizations (" + organizations
                                + "), but a PAT is of one; those of all organizations stop working on 1 December 2026",
                        "Make a PAT in each organization, and give each feed its own by <serverId> or <patEnvName>");
    }
}
