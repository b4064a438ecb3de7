package io.github.feedauth.publish;

import io.github.feedauth.check.ConfigLevel;
import io.github.feedauth.check.NpmConfig;
import io.github.feedauth.check.SentCredential;
import io.github.feedauth.check.Setting;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.RegistryUrl;
import java.util.Optional;

/**
 * {@code npm publish}: to the scope's registry, of publishConfig or of the configuration; else to the command line's; else to that of
 * publishConfig; else to the configured one.
 */
record NpmPublishing(NpmConfig config) implements Publishing {

    /** Without the metadata of a build, as {@code semver.clean} in {@code libnpmpublish} has it. */
    @Override
    public String version(Manifest manifest) {
        return manifest.version().replaceFirst("[+].*", "");
    }

    @Override
    public Setting registry(Manifest manifest) {
        Optional<Setting> scoped = manifest.scope().flatMap(scope -> configured(manifest, scope + ":registry"));
        Optional<Setting> flag =
                config.taken("registry").filter(setting -> setting.level() == ConfigLevel.COMMAND_LINE);
        return scoped.or(() -> flag)
                .or(() -> configured(manifest, "registry"))
                .orElseThrow(() -> new FeedAuthFailure(
                        "npm would publish " + manifest.name()
                                + " to its public registry, since no other is configured",
                        manifest.place().toString(),
                        "Run mvn feedauth:configure before, or set publishConfig.registry in package.json"));
    }

    private Optional<Setting> configured(Manifest manifest, String key) {
        return manifest.configured(key)
                .or(() -> config.taken(key).filter(setting -> !setting.value().isEmpty()));
    }

    @Override
    public Optional<SentCredential> credential(Manifest manifest, Setting line, RegistryUrl registry) {
        return SentCredential.to(registry, config);
    }
}
