package io.github.feedauth.credential;

import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.VariableNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        for (String variable : variables(feed)) {
            if (!environment.getOrDefault(variable, "").isBlank()) {
                return Optional.of(found(variable));
            }
        }
        return Optional.empty();
    }

    private FoundToken found(String variable) {
        String origin = "environment variable " + variable;
        return new FoundToken(Token.parse(environment.get(variable), origin), Optional.empty(), origin);
    }

    @Override
    public List<String> remedies(Feed feed) {
        return variables(feed).stream()
                .map(variable -> "environment variable " + variable + ": not set, or blank. Set it to the PAT")
                .toList();
    }

    private Set<String> variables(Feed feed) {
        Set<String> variables = new LinkedHashSet<>();
        if (feed.patEnvName().isPresent()) {
            variables.add(feed.patEnvName().get());
        }
        variables.add(pluginVariable);
        return variables;
    }
}
