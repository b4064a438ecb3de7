package io.github.feedauth.mojo;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedCoordinates;
import io.github.feedauth.feed.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A {@code <feed>} of the POM: an npm registry URL as its text, or these elements.
 *
 * <pre>{@code
 * <feed>https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/</feed>
 *
 * <feed>
 *   <organization>contoso</organization>
 *   <project>Web Shop</project>
 *   <name>Shared</name>
 *   <scopes>@contoso,@shop</scopes>
 * </feed>
 * }</pre>
 */
public final class FeedParameter {
    /** The npm registry URL, of Azure Artifacts or of any other npm registry. */
    private String url;

    /** The organization on Azure DevOps Services, such as {@code contoso}. */
    private String organization;

    /** The collection on Azure DevOps Server, such as {@code https://tfs.example.com/tfs/DefaultCollection}. */
    private String collectionUrl;

    /** The feed's name, with {@code organization} or {@code collectionUrl}. */
    private String name;

    /** The project, for a project-scoped feed. */
    private String project;

    /** The view, such as {@code Release}. */
    private String view;

    /** The npm scopes that this feed serves; a feed without them serves all other packages. */
    private List<String> scopes;

    /** The settings.xml server that holds this feed's credential. */
    private String serverId;

    /** The name of the environment variable that holds this feed's PAT. */
    private String patEnvName;

    /** The user name to present beside the PAT. */
    private String username;

    /** Called by Maven for a {@code <feed>} that is text, and for {@code -Dfeedauth.feed=URL}. */
    public void set(String text) {
        this.url = text;
    }

    /** Whether anything is set: Maven makes an empty one where the parameter is left out. */
    boolean isSet() {
        List<Object> elements = elements();
        return !elements.equals(Collections.nCopies(elements.size(), null));
    }

    /** All that it says; null for what it leaves out. */
    List<Object> elements() {
        return Arrays.asList(
                url, organization, collectionUrl, name, project, view, scopes, serverId, patEnvName, username);
    }

    /**
     * The feed that these elements name.
     *
     * @param where the parameter it stands in, such as {@code parameter feeds, feed 2}
     * @throws io.github.feedauth.failure.FeedAuthFailure where they name none
     */
    Feed toFeed(String where) {
        return new Feed(
                new FeedCoordinates(url, organization, collectionUrl, name, project, view).locate(where),
                scopes(where),
                given(serverId),
                given(patEnvName),
                given(username));
    }

    private List<Scope> scopes(String where) {
        if (scopes != null && scopes.isEmpty()) {
            throw new FeedAuthFailure(
                    "<scopes> is empty",
                    where,
                    "Write the scopes that this feed serves; or remove the element, and it serves all packages");
        }
        List<Scope> parsed = new ArrayList<>();
        for (String scope : scopes == null ? List.<String>of() : scopes) {
            parsed.add(Scope.parse(scope == null ? "" : scope, where + ", scopes"));
        }
        return parsed;
    }

    private static Optional<String> given(String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
