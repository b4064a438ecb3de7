package io.github.feedauth.feed;

/** Who runs the Azure DevOps that a feed is on. */
public enum Deployment {
    /** Microsoft's own hosts: {@code pkgs.dev.azure.com} and {@code {organization}.pkgs.visualstudio.com}. */
    SERVICES,
    /** Azure DevOps Server on a host of one's own. */
    SERVER;

    /** Compares whole host names; a host that merely looks alike is a {@link #SERVER}. */
    static Deployment of(WebUrl url) {
        return AzureHosts.servesFeeds(url.host()) ? SERVICES : SERVER;
    }
}
