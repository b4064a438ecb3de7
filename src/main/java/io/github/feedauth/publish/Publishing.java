package io.github.feedauth.publish;

import io.github.feedauth.check.SentCredential;
import io.github.feedauth.check.Setting;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.RegistryUrl;
import java.util.Optional;

/** Where a package manager publishes to, and with which credential. */
sealed interface Publishing permits NpmPublishing, YarnPublishing {
    /** The version that a package gets in the registry. */
    String version(Manifest manifest);

    /**
     * The setting that says where a package goes.
     *
     * @throws FeedAuthFailure where that is the public registry, since nothing says so, or can't be told
     */
    Setting registry(Manifest manifest);

    /**
     * What would be sent there.
     *
     * @param line the setting that says where a package goes
     * @param registry its value
     */
    Optional<SentCredential> credential(Manifest manifest, Setting line, RegistryUrl registry);
}
