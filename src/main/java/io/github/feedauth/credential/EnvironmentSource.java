package io.github.feedauth.credential;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.VariableNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The environment variable that {@code patEnvName} names: the feed's own first, then the plugin's. Beside each, as with container
 * images, the variable of that name with {@code _FILE} may name a file that holds the token; both at once is an error.
 */
public final class EnvironmentSource implements CredentialSource {
    private static final String FILE = "_FILE";

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
            boolean file = isSet(variable + FILE);
            if (isSet(variable)) {
                if (file) {
                    throw both(variable);
                }
                return Optional.of(found(environment.get(variable), "environment variable " + variable));
            }
            if (file) {
                return Optional.of(fromFile(variable + FILE));
            }
        }
        return Optional.empty();
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }

    private FoundToken fromFile(String variable) {
        SecretFile file = new SecretFile(environment.get(variable), variable);
        return found(file.read(), file.where());
    }

    private static FoundToken found(String raw, String origin) {
        return new FoundToken(Token.parse(raw, origin), Optional.empty(), origin);
    }

    private static FeedAuthFailure both(String variable) {
        return new FeedAuthFailure(
                "Both " + variable + " and " + variable + FILE + " are set",
                "environment variables " + variable + " and " + variable + FILE,
                "Keep one: the PAT itself, or the file that holds it");
    }

    @Override
    public List<String> places(Feed feed) {
        return variables(feed).stream()
                .map(variable -> "the environment variable " + variable)
                .toList();
    }

    @Override
    public List<String> remedies(Feed feed) {
        return variables(feed).stream()
                .map(variable -> "environment variable " + variable + ": not set, or blank. Set it to the PAT, or "
                        + variable + FILE + " to the path of a file that holds it")
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
