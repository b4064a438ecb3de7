package io.github.feedauth.credential;

import io.github.feedauth.feed.Feed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one token for all feeds that Azure's own tools take from a variable. It goes to feeds of Azure DevOps Services only, never to a
 * Server or another registry.
 */
public final class AccessTokenSource implements CredentialSource {
    private static final List<String> VARIABLES =
            List.of("ARTIFACTS_CREDENTIALPROVIDER_ACCESSTOKEN", "VSS_NUGET_ACCESSTOKEN");

    private final Map<String, String> environment;

    /** @param environment the variables of the environment that Maven runs in */
    public AccessTokenSource(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Optional<FoundToken> ask(Feed feed) {
        if (feed.isOfServices()) {
            for (String variable : VARIABLES) {
                String value = environment.getOrDefault(variable, "");
                if (!value.isBlank()) {
                    String origin = "environment variable " + variable;
                    return Optional.of(new FoundToken(Token.parse(value, origin), Optional.empty(), origin));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> remedies(Feed feed) {
        return !feed.isOfServices()
                ? List.of()
                : List.of("environment variable " + VARIABLES.get(0) + " (or " + VARIABLES.get(1)
                        + "): not set, or blank. Set it to a PAT, which serves every feed of Azure DevOps Services");
    }
}
