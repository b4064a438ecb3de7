package io.github.feedauth.credential;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The environment variable that {@code patEnvName} names: the feed's own first, then the plugin's. */
public final class EnvironmentSource implements CredentialSource {
    private static final Pattern VARIABLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    private final Map<String, String> environment;
    private final String pluginVariable;

    /**
     * @param environment the variables of the environment that Maven runs in
     * @param pluginVariable the plugin's {@code patEnvName}
     */
    public EnvironmentSource(Map<String, String> environment, String pluginVariable) {
        this.environment = environment;
        this.pluginVariable = pluginVariable;
    }

    @Override
    public Optional<FoundToken> ask(Feed feed) {
        return variables(feed)
                .map(EnvironmentSource::requireName)
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

    /** A value that is no variable's name may be the PAT itself, put in the wrong place: it is never repeated. */
    private static String requireName(String variable) {
        if (!VARIABLE_NAME.matcher(variable).matches() || variable.length() > 50) {
            throw new FeedAuthFailure(
                    "The value is not the name of an environment variable",
                    "parameter patEnvName",
                    "Give the name of the variable that holds the PAT, such as FEEDAUTH_PAT, never the PAT itself");
        }
        return variable;
    }
}
