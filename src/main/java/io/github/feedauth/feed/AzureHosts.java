package io.github.feedauth.feed;

import java.util.Optional;

/** Microsoft's host names, compared whole (canonical hosts are lower case), never by an undotted suffix. */
final class AzureHosts {
    static final String FEEDS = "pkgs.dev.azure.com";
    static final String WEB = "dev.azure.com";
    private static final String LEGACY_FEEDS = ".pkgs.visualstudio.com";
    private static final String LEGACY_WEB = ".visualstudio.com";

    private AzureHosts() {}

    static boolean servesFeeds(String host) {
        return host.equals(FEEDS) || isLegacyFeeds(host);
    }

    /** Whether it is one of the other hosts of Azure DevOps, such as that of its REST interface. */
    static boolean servesNoFeed(String host) {
        return host.endsWith("." + WEB) && !host.equals(FEEDS);
    }

    static boolean isLegacyFeeds(String host) {
        return host.endsWith(LEGACY_FEEDS) && host.length() > LEGACY_FEEDS.length();
    }

    /** The organization of {@code {organization}.visualstudio.com}, the legacy host of the web pages. */
    static Optional<String> legacyWebOrganization(String host) {
        if (!host.endsWith(LEGACY_WEB)) {
            return Optional.empty();
        }
        String organization = host.substring(0, host.length() - LEGACY_WEB.length());
        boolean oneLabel = !organization.isEmpty() && organization.indexOf('.') < 0 && !organization.equals("pkgs");
        return oneLabel ? Optional.of(organization) : Optional.empty();
    }
}
