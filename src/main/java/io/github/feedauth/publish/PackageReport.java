package io.github.feedauth.publish;

import io.github.feedauth.check.Finding;
import java.util.List;

/**
 * What is to be said of one package.
 *
 * @param spec its name and version, {@code @contoso/words@1.0.0}
 * @param registry where npm would publish it to; empty text where it would not publish it at all
 * @param taken whether that version was published there before
 * @param findings what is wrong
 */
public record PackageReport(String spec, String registry, boolean taken, List<Finding> findings) {

    /** Whether npm has a package here that it can publish: one that is not private, in a version that is free. */
    public boolean isPublishable() {
        return !registry.isEmpty() && !taken;
    }
}
