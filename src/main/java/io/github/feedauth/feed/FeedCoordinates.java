package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A feed as the user typed it: a URL, or an organization (Services) or collection URL (Server) with the feed's name. Each part
 * may be null; a blank one counts as missing.
 *
 * @param url the npm registry URL, alone
 * @param organization of Azure DevOps Services, its plain name
 * @param collectionUrl of Azure DevOps Server, such as {@code https://tfs.example.com/tfs/DefaultCollection}
 * @param name the feed's plain name; {@code Feed@View} is taken as name and view
 * @param project for the feed of a project, its plain name
 * @param view such as {@code Release}
 */
public record FeedCoordinates(
        String url, String organization, String collectionUrl, String name, String project, String view) {

    public FeedCoordinates {
        url = blankToNull(url);
        organization = blankToNull(organization);
        collectionUrl = blankToNull(collectionUrl);
        name = blankToNull(name);
        project = blankToNull(project);
        view = blankToNull(view);
    }

    /** Coordinates that are a registry URL. */
    public static FeedCoordinates ofUrl(String url) {
        return new FeedCoordinates(url, null, null, null, null, null);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * Where the feed is.
     *
     * @param where the parameter the coordinates stand in, such as {@code parameter feed}
     * @throws FeedAuthFailure if parts are missing, exclude each other, or hold what they cannot
     */
    public FeedLocation locate(String where) {
        Map<String, String> elements = elements();
        refuseUnset("url", url, where);
        for (Map.Entry<String, String> element : elements.entrySet()) {
            refuseUnset(element.getKey(), element.getValue(), where);
        }
        if (url != null) {
            if (!elements.isEmpty()) {
                throw new FeedAuthFailure(
                        "url is given together with " + String.join(", ", elements.keySet()),
                        where,
                        "Keep the url alone, or remove it and keep the other elements");
            }
            return FeedLocation.of(RegistryUrl.parse(url, where));
        }
        if (elements.isEmpty()) {
            throw new FeedAuthFailure(
                    "no feed is given", where, "Write " + FeedExamples.URL + ", or " + FeedExamples.SERVICES);
        }
        return locateByElements(where);
    }

    /**
     * Maven leaves a property that is not set as it stands, inside a text; one that is the whole text comes as missing. Nothing else of
     * the text is repeated: a URL may hold a password.
     */
    private static void refuseUnset(String element, String text, String where) {
        if (text != null && text.contains("${")) {
            Matcher property = Pattern.compile("\\$\\{[\\w.-]+}").matcher(text);
            throw new FeedAuthFailure(
                    element + " refers to a property that is not set",
                    property.find() ? where + ": " + property.group() : where,
                    "Set the property that stands between ${ and }");
        }
    }

    private Map<String, String> elements() {
        Map<String, String> elements = new LinkedHashMap<>();
        putGiven(elements, "organization", organization);
        putGiven(elements, "collectionUrl", collectionUrl);
        putGiven(elements, "name", name);
        putGiven(elements, "project", project);
        putGiven(elements, "view", view);
        return elements;
    }

    private static void putGiven(Map<String, String> elements, String element, String text) {
        if (text != null) {
            elements.put(element, text);
        }
    }

    private FeedLocation locateByElements(String where) {
        if (organization != null && collectionUrl != null) {
            throw new FeedAuthFailure(
                    "organization and collectionUrl are both given",
                    where,
                    "Keep organization for Azure DevOps Services, for example " + FeedExamples.SERVICES
                            + "; keep collectionUrl for a Server, for example " + FeedExamples.SERVER);
        }
        if (organization == null && collectionUrl == null) {
            throw new FeedAuthFailure(
                    "organization or collectionUrl is missing",
                    where,
                    "Write " + FeedExamples.SERVICES + ", or for a Server " + FeedExamples.SERVER
                            + "; if it is there, the property that it refers to is not set");
        }
        if (name == null) {
            throw new FeedAuthFailure("the feed's name is missing", where, "Add it, for example <name>Web</name>");
        }
        WebUrl owner = organization != null
                ? FeedOwner.ofOrganization(organization, where + ", organization")
                : FeedOwner.ofCollection(collectionUrl, where + ", collectionUrl");
        Optional<String> plainProject = Optional.ofNullable(project);
        plainProject.ifPresent(plain -> FeedOwner.checkName(plain, where + ", project", "<project>Shop</project>"));
        FeedAndView feed = feedAndView(where);

        String segment = PathEncoding.encode(feed.feed())
                + feed.view().map(v -> "@" + PathEncoding.encode(v)).orElse("");
        List<String> projectSegment =
                plainProject.map(PathEncoding::encode).map(List::of).orElse(List.of());
        String path = owner.path()
                + PackagingPath.npmRegistry(projectSegment, segment).substring(1);
        RegistryUrl registry = RegistryUrl.parse(owner.withPath(path).text(), where);
        return new FeedLocation(registry, Optional.of(AzureFeed.known(registry, plainProject, feed)));
    }

    private FeedAndView feedAndView(String where) {
        FeedOwner.checkName(name, where + ", name", "<name>Web</name>");
        FeedAndView named = FeedAndView.ofPlain(name)
                .orElseThrow(() -> new FeedAuthFailure(
                        "the feed's name has no text before or after its @, or more than one @",
                        where + ", name",
                        "Write <name>Web</name>, with a view <name>Web</name> and <view>Release</view>"));
        if (view == null) {
            return named;
        }
        FeedOwner.checkName(view, where + ", view", "<view>Release</view>");
        if (view.indexOf('@') >= 0) {
            throw new FeedAuthFailure(
                    "the view has an @", where + ", view", "Write it alone, as in <view>Release</view>");
        }
        if (named.view().isPresent()) {
            throw new FeedAuthFailure(
                    "the view is given twice, in name and in view",
                    where,
                    "Keep one, for example <name>Web</name> with <view>Release</view>");
        }
        return new FeedAndView(named.feed(), Optional.of(view));
    }
}
