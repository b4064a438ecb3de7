package io.github.feedauth.publish;

import io.github.feedauth.check.SentCredential;
import io.github.feedauth.check.Setting;
import io.github.feedauth.check.YarnConfig;
import io.github.feedauth.check.YarnTrouble;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.RegistryUrl;
import java.util.Optional;

/** {@code yarn npm publish} of Yarn 2 and newer. Source: Yarn's own look-up ({@code npmConfigUtils}). */
record YarnPublishing(YarnConfig config) implements Publishing {
    private static final String PUBLISH = "npmPublishRegistry";

    @Override
    public String version(Manifest manifest) {
        return manifest.version();
    }

    @Override
    public Setting registry(Manifest manifest) {
        try {
            return manifest.configured("registry")
                    .or(() -> scope(manifest).flatMap(scope -> config.of(scope, PUBLISH)))
                    .or(() -> config.of(PUBLISH))
                    .or(() -> config.of("npmRegistryServer"))
                    .orElseThrow(() -> new FeedAuthFailure(
                            "Yarn would publish " + manifest.name()
                                    + " to its public registry, since no other is configured for publishing",
                            manifest.place().toString(),
                            "Run mvn feedauth:configure before, or set publishConfig.registry in package.json"));
        } catch (YarnTrouble e) {
            throw e.failure();
        }
    }

    @Override
    public Optional<SentCredential> credential(Manifest manifest, Setting line, RegistryUrl registry) {
        try {
            return config.credential(scope(manifest), line.value());
        } catch (YarnTrouble e) {
            throw e.failure();
        }
    }

    private static Optional<String> scope(Manifest manifest) {
        return manifest.scope().map(scope -> scope.substring(1));
    }
}
