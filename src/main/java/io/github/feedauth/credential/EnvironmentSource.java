package io.github.feedauth.credential;

import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.VariableNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The environment variable that {@code patEnvName} names: the feed's own first, then the plugin's. */
public final class EnvironmentSource implements CredentialSource {
    private final Map<String, String> environment;
    private final String pluginVariable;

    /**
     * Looks in the given environment.
     *
     * @param environment the variables of the environment that Maven runs in
     * @param pluginVariable the plugin's {@code patEnvName}
     * @throws io.github.feedauth.failure.FeedAuthFailure where that is no name of a variable
     */
    public EnvironmentSource(Map<String, String> environment, String pluginVariable) {
        VariableNames.check(pluginVariable, "parameter patEnvName");
        this.environment = environment;
        this.pluginVariable = pluginVariable;
    }

    @Override
    public Optional<FoundToken> ask(Feed feed) {
        return variables(feed)
                .filter(variable -> !environment.getOrDefault(variable, "").isBlank())
                .findFirst()
                .map(this::found);
    }

    private FoundToken found(String variable) {
        String origin = "environment variable " + variable;
        return new FoundToken(Token.parse(environment.get(variable), origin), Optional.empty(), origin);
    }

    @Override
    public List<String> remedies(Feed feed) {
        return variables(feed)
                .map(variable -> "environment variable " + variable + ": not set, or blank. Set it to the PAT")
                .toList();
    }

    private Stream<String> variables(Feed feed) {
        return Stream.concat(feed.patEnvName().stream(), Stream.of(pluginVariable))
                .distinct();
    }
}
