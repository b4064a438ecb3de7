package io.github.feedauth.credential;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.AzureFeed;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.RegistryUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The feeds with their credentials that Azure's own tools take from a variable:
 * {@code {"endpointCredentials":[{"endpoint":"<index of the feed>","username":"optional","password":"…"}]}}. An endpoint is the
 * address of any of a feed's protocols; it serves that feed alone.
 */
public final class FeedEndpointsSource implements CredentialSource {
    private static final List<String> VARIABLES =
            List.of("ARTIFACTS_CREDENTIALPROVIDER_EXTERNAL_FEED_ENDPOINTS", "VSS_NUGET_EXTERNAL_FEED_ENDPOINTS");

    private static final String SHAPE = "Write it as Azure's documentation does:"
            + " {\"endpointCredentials\":[{\"endpoint\":\"https://pkgs.dev.azure.com/…/nuget/v3/index.json\",\"password\":\"…\"}]}";

    private final Map<String, String> environment;
    private final Consumer<String> warnings;
    private List<Endpoint> endpoints;

    private record Endpoint(RegistryUrl registry, FoundToken token) {}

    /**
     * Looks in the given environment.
     *
     * @param environment the variables of the environment that Maven runs in
     * @param warnings takes word of each entry that can't be used; the others are used all the same
     */
    public FeedEndpointsSource(Map<String, String> environment, Consumer<String> warnings) {
        this.environment = environment;
        this.warnings = warnings;
    }

    @Override
    public synchronized Optional<FoundToken> ask(Feed feed) {
        if (endpoints == null) {
            List<Endpoint> read = new ArrayList<>();
            for (String variable : VARIABLES) {
                String json = environment.getOrDefault(variable, "");
                if (!json.isBlank()) {
                    read(json, "environment variable " + variable, read);
                }
            }
            endpoints = read;
        }
        for (Endpoint endpoint : endpoints) {
            if (endpoint.registry().isSameFeed(feed.url())) {
                return Optional.of(endpoint.token());
            }
        }
        return Optional.empty();
    }

    private void read(String json, String where, List<Endpoint> read) {
        JsonArray entries = entries(json, where);
        for (int i = 0; i < entries.size(); i++) {
            String entry = where + ", entry " + (i + 1);
            try {
                endpoint(entries.get(i), entry).ifPresent(read::add);
            } catch (FeedAuthFailure unusable) {
                warnings.accept(unusable.getMessage() + " The other entries are used.");
            }
        }
    }

    private static JsonArray entries(String json, String where) {
        try {
            Object entries = JsonParser.object().from(json).get("endpointCredentials");
            if (entries instanceof JsonArray array) {
                return array;
            }
        } catch (JsonParserException e) {
            throw new FeedAuthFailure(
                    "The value is not a JSON object, line " + e.getLinePosition() + ", column " + e.getCharPosition(),
                    where,
                    SHAPE);
        }
        throw new FeedAuthFailure("The JSON has no list endpointCredentials", where, SHAPE);
    }

    /** Empty where the entry is for something that is no Azure feed: other tools read the variable too. */
    private static Optional<Endpoint> endpoint(Object entry, String where) {
        if (!(entry instanceof JsonObject object) || !(object.get("endpoint") instanceof String address)) {
            throw new FeedAuthFailure("The entry has no endpoint", where, SHAPE);
        }
        Optional<RegistryUrl> registry = AzureFeed.npmTwinOf(address);
        if (registry.isEmpty()) {
            return Optional.empty();
        }
        if (!(object.get("password") instanceof String password) || password.isBlank()) {
            throw new FeedAuthFailure("The entry has no password", where, "Put the feed's PAT there");
        }
        Optional<String> userName =
                object.get("username") instanceof String name && !name.isBlank() ? Optional.of(name) : Optional.empty();
        return Optional.of(new Endpoint(registry.get(), new FoundToken(Token.parse(password, where), userName, where)));
    }

    @Override
    public List<String> remedies(Feed feed) {
        if (feed.azure().isEmpty()) {
            return List.of();
        }
        return List.of("environment variable " + VARIABLES.get(0) + " (or " + VARIABLES.get(1)
                + "): not set, or without an entry for this feed. Add one with the feed's URL and the PAT");
    }
}
