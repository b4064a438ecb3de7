package io.github.feedauth.check;

import com.grack.nanojson.JsonWriter;
import io.github.feedauth.probe.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report for machines: one JSON object on one line. Fields may come to it; none goes or changes its meaning. */
public final class JsonReport {
    private JsonReport() {}

    /** The reports of all folders as JSON. */
    public static String of(List<CheckReport> reports) {
        List<Finding> all = CheckReport.findings(reports);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("errors", Severity.ERROR.among(all));
        json.put("warnings", Severity.WARNING.among(all));
        json.put("folders", reports.stream().map(JsonReport::folder).toList());
        return JsonWriter.string(json);
    }

    private static Map<String, Object> folder(CheckReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("client", report.client());
        json.put("folder", report.folder().toString());
        json.put("root", report.root().toString());
        json.put("registries", report.feeds().stream().map(JsonReport::registry).toList());
        json.put("findings", report.findings().stream().map(JsonReport::finding).toList());
        return json;
    }

    private static Map<String, Object> registry(FeedReport feed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("url", feed.target().url().text());
        json.put(
                "lines",
                feed.target().lines().stream()
                        .map(line -> place(line.key(), line.place()))
                        .toList());
        feed.sent()
                .ifPresent(sent -> json.put(
                        "credential",
                        sent.settings().stream()
                                .map(setting -> place(setting.key(), setting.place()))
                                .toList()));
        feed.source().ifPresent(source -> json.put("source", source));
        json.put("answer", answer(feed.answer()));
        json.put("findings", feed.findings().stream().map(JsonReport::finding).toList());
        return json;
    }

    private static Map<String, Object> place(String key, Place place) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", key);
        put(json, place);
        return json;
    }

    private static void put(Map<String, Object> json, Place place) {
        json.put("file", place.name());
        if (place.line() > 0) {
            json.put("line", place.line());
        }
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", finding.code().text());
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        finding.place().ifPresent(place -> put(json, place));
        json.put("message", finding.message());
        json.put("cure", finding.cure());
        return json;
    }

    private static String answer(Answer answer) {
        if (answer instanceof Answer.Accepted) {
            return "accepted";
        }
        if (answer instanceof Answer.Rejected) {
            return "rejected";
        }
        if (answer instanceof Answer.SignInPage) {
            return "sign-in-page";
        }
        if (answer instanceof Answer.NoRight) {
            return "no-right";
        }
        if (answer instanceof Answer.NoSuchFeed) {
            return "no-such-feed";
        }
        return answer instanceof Answer.NotAsked ? "not-asked" : "unknown";
    }
}
