package io.github.feedauth.credential;

import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.AzureFeed;
import io.github.feedauth.feed.Feed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The token of the running job of Azure Pipelines, where the step maps it. It goes to feeds of the job's own organization or
 * collection only.
 */
public final class PipelineSource implements CredentialSource {
    private static final String VARIABLE = "SYSTEM_ACCESSTOKEN";
    private static final String COLLECTION = "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI";

    private final Map<String, String> environment;

    /** @param environment the variables of the environment that Maven runs in */
    public PipelineSource(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Optional<FoundToken> ask(Feed feed) {
        if (!isPipeline(environment) || !isMapped() || !isOfTheJob(feed)) {
            return Optional.empty();
        }
        String origin = "environment variable " + VARIABLE;
        return Optional.of(new FoundToken(Token.parse(environment.get(VARIABLE), origin), Optional.empty(), origin));
    }

    /** Whether the build is a job of Azure Pipelines: {@code TF_BUILD} is {@code True} in every one. */
    public static boolean isPipeline(Map<String, String> environment) {
        return "True".equalsIgnoreCase(environment.get("TF_BUILD"));
    }

    /** A step that maps a variable which the pipeline does not have gets the macro as it is written. */
    private boolean isMapped() {
        String value = environment.getOrDefault(VARIABLE, "").strip();
        return !value.isEmpty() && !value.startsWith("$(");
    }

    private boolean isOfTheJob(Feed feed) {
        Optional<AzureFeed> azure = feed.azure();
        return azure.isPresent() && azure.get().isIn(environment.getOrDefault(COLLECTION, ""));
    }

    @Override
    public List<String> remedies(Feed feed) {
        if (!isPipeline(environment) || feed.azure().isEmpty()) {
            return List.of();
        }
        if (!isOfTheJob(feed)) {
            String collection = environment.getOrDefault(COLLECTION, "");
            return List.of("environment variable " + VARIABLE + ": is for feeds of "
                    + (collection.isBlank()
                            ? "the job's own organization only, and " + COLLECTION + ", which names it, is not set"
                            : Printable.name(collection) + " only"));
        }
        return List.of("environment variable " + VARIABLE
                + ": not mapped into this step. Add to the step in the pipeline's YAML:" + "\n      env:\n        "
                + VARIABLE + ": $(System.AccessToken)");
    }
}
