package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A feed to wire into npm.
 *
 * @param location where it is
 * @param scopes the npm scopes it serves; none means it is the registry of every package
 * @param serverId the settings.xml server named for it
 * @param patEnvName the <em>name</em> of the environment variable that holds its token
 * @param username the user name to send
 * @param origin who named it
 */
public record Feed(
        FeedLocation location,
        List<Scope> scopes,
        Optional<String> serverId,
        Optional<String> patEnvName,
        Optional<String> username,
        FeedOrigin origin) {
    /**
     * Checks what the user typed.
     *
     * @throws FeedAuthFailure if a scope is given twice, the server id is blank, the variable's name cannot be one (the message
     *     does not repeat it: it may be the token itself), or the user name would not come through npm's configuration unchanged
     */
    public Feed {
        scopes = List.copyOf(scopes);
        if (new HashSet<>(scopes).size() < scopes.size()) {
            throw new FeedAuthFailure("a scope is given twice", "feed " + location.url(), "Keep it once");
        }
        if (serverId.isPresent() && serverId.get().isBlank()) {
            throw new FeedAuthFailure(
                    "the serverId is blank",
                    "feed " + location.url(),
                    "Write the id of a server in settings.xml, or leave it out");
        }
        if (patEnvName.isPresent()) {
            VariableNames.check(patEnvName.get(), "feed " + location.url());
        }
        if (username.isPresent()) {
            UserNames.check(username.get(), "user name of feed " + location.url());
        }
    }

    /** A feed of the plugin's configuration. */
    public Feed(
            FeedLocation location,
            List<Scope> scopes,
            Optional<String> serverId,
            Optional<String> patEnvName,
            Optional<String> username) {
        this(location, scopes, serverId, patEnvName, username, FeedOrigin.CONFIGURED);
    }

    /** A feed of the plugin's configuration with nothing said but where it is. */
    public static Feed of(FeedLocation location) {
        return new Feed(location, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A feed that was found rather than configured.
     *
     * @param registry where it is
     * @param scopes the npm scopes it serves
     * @param serverId the settings.xml server that belongs to what it was found by
     * @param origin what it was found in
     */
    public static Feed found(RegistryUrl registry, List<Scope> scopes, Optional<String> serverId, FeedOrigin origin) {
        return new Feed(FeedLocation.of(registry), scopes, serverId, Optional.empty(), Optional.empty(), origin);
    }

    /**
     * Whether any source may give the feed its credential: it was configured, or it is on one of Azure's own hosts. Otherwise a
     * source has to name the host itself.
     */
    public boolean isVouchedFor() {
        return origin == FeedOrigin.CONFIGURED || url().isOnAzuresOwnHost();
    }

    /**
     * Whether it is one of Azure DevOps Services, whose tokens a Server can't use and another host must not get; or of a stand-in for
     * it on this machine.
     */
    public boolean isOfServices() {
        return azure().isPresent() && (url().isOnAzuresOwnHost() || url().url().isLoopback());
    }

    /** The feed's npm registry. */
    public RegistryUrl url() {
        return location.url();
    }

    /** What is known of it as an Azure Artifacts feed; empty for any other registry. */
    public Optional<AzureFeed> azure() {
        return location.azure();
    }

    /** The keys of {@code .npmrc} that point npm at the feed: {@code registry}, or one for each scope. */
    public List<String> registryKeys() {
        return scopes.isEmpty()
                ? List.of("registry")
                : scopes.stream().map(Scope::registryKey).toList();
    }

    /** Whether a credential sent there can be read on the way: plain http to another machine. */
    public boolean isInsecure() {
        return url().isInsecure();
    }

    /** A key of maps on the way that every build takes, where the record's own would be put together at run time. */
    @Override
    public int hashCode() {
        return url().text().hashCode();
    }
}
