package io.github.feedauth.publish;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.feed.AzureFeed;
import io.github.feedauth.feed.Deployment;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.probe.Answer;
import io.github.feedauth.probe.AnswerTable;
import io.github.feedauth.probe.AnswerTable.Asked;
import io.github.feedauth.probe.Probe;
import io.github.feedauth.probe.Question;
import io.github.feedauth.probe.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Asks a registry for a version. The registry's own document tells of those that are there; of deleted ones only Azure's packaging
 * interface does, and where that gives no answer, a version counts as free. Never tried against a live organization.
 */
final class Versions {
    /** A registry's document of a package with thousands of versions is a few MiB. */
    private static final int MOST = 32 * 1024 * 1024;

    private final Probe probe;
    private final RegistryUrl registry;
    private final Optional<AzureFeed> azure;
    private final Optional<Secret> authorization;

    Versions(Probe probe, RegistryUrl registry, Optional<AzureFeed> azure, Optional<Secret> authorization) {
        this.probe = probe;
        this.registry = registry;
        this.azure = azure;
        this.authorization = authorization;
    }

    VersionState state(String name, String version) {
        Reply reply = ask(registry.text() + name.replace("/", "%2f"));
        if (!(reply instanceof Reply.Response response)) {
            return new VersionState.Refused(AnswerTable.meaning(reply, asked()));
        }
        if (response.status() == 200) {
            try {
                JsonObject versions = JsonParser.object().from(response.body()).getObject("versions", new JsonObject());
                return versions.has(version) ? new VersionState.Published() : deleted(name, version);
            } catch (JsonParserException e) {
                return new VersionState.Refused(
                        AnswerTable.meaning(reply, asked()) instanceof Answer.SignInPage page
                                ? page
                                : new Answer.Unknown(
                                        "The registry's document of the package is no JSON",
                                        "Check the registry's URL"));
            }
        }
        boolean noFeed = response.status() == 404 && response.body().contains("FeedIdNotFoundException");
        Answer answer = AnswerTable.meaning(reply, noFeed ? Asked.FEED : asked());
        return answer instanceof Answer.Accepted ? deleted(name, version) : new VersionState.Refused(answer);
    }

    private Asked asked() {
        return azure.isPresent() ? Asked.PACKAGE : Asked.PACKAGE_ELSEWHERE;
    }

    private VersionState deleted(String name, String version) {
        if (azure.isEmpty()) {
            return new VersionState.Free();
        }
        String feed = azure.get().base().text() + "_apis/packaging/feeds/"
                + encoded(azure.get().name()) + "/npm/";
        String number = "/versions/" + encoded(version) + "?api-version="
                + (azure.get().deployment() == Deployment.SERVICES ? "7.1-preview.1" : "6.0-preview.1");
        Optional<JsonObject> known = json(ask(feed + name + number));
        if (known.isPresent()) {
            boolean gone = known.get().getString("permanentlyDeletedDate") != null;
            return gone || known.get().getString("unpublishedDate") != null
                    ? new VersionState.Deleted(!gone)
                    : new VersionState.Published();
        }
        return json(ask(feed + "RecycleBin/packages/" + name + number)).isPresent()
                ? new VersionState.Deleted(true)
                : new VersionState.Free();
    }

    private Reply ask(String url) {
        return probe.ask(List.of(new Question(url, authorization, MOST))).get(0);
    }

    private static Optional<JsonObject> json(Reply reply) {
        if (reply instanceof Reply.Response response && response.status() == 200) {
            try {
                return Optional.of(JsonParser.object().from(response.body()));
            } catch (JsonParserException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
