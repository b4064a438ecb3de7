package io.github.feedauth.configure;

import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.credential.Credential;
import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.Scope;
import io.github.feedauth.yarnrc.YarnLines;
import io.github.feedauth.yarnrc.YarnSetting;
import io.github.feedauth.yarnrc.YarnSetting.Kind;
import io.github.feedauth.yarnrc.YarnrcDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of Yarn 2 and newer. Source: Yarn's own look-up ({@code npmConfigUtils}): a scope's registry, else the server; then
 * the credential of the scope, else the one of the registry's address.
 */
final class YarnSettings {
    private static final String REGISTRIES = "npmRegistries";
    private static final String SCOPES = "npmScopes";
    private static final String SERVER = "npmRegistryServer";
    private static final String PUBLISH = "npmPublishRegistry";
    private static final List<String> AUTH = List.of("npmAuthIdent", "npmAuthToken");

    private YarnSettings() {}

    /**
     * The project's: which registry serves which packages. Publishing goes there too, unless the team says otherwise: for a scope only
     * where that is said as well, else to the registry of all the others.
     */
    static YarnLines registries(Feeds feeds) {
        List<YarnSetting> put = new ArrayList<>();
        for (Feed feed : feeds.list()) {
            String url = feed.url().text();
            if (feed.scopes().isEmpty()) {
                put.add(new YarnSetting(List.of(SERVER), url, Kind.TEXT));
            }
            for (Scope scope : feed.scopes()) {
                put.add(new YarnSetting(List.of(SCOPES, scope.name(), SERVER), url, Kind.TEXT));
                put.add(new YarnSetting(List.of(SCOPES, scope.name(), PUBLISH), url, Kind.TEXT));
            }
        }
        for (Feed feed : feeds.list()) {
            if (feed.url().text().startsWith("http:")) {
                put.add(new YarnSetting(List.of("unsafeHttpWhitelist"), hostName(feed), Kind.ITEM));
            }
        }
        return new YarnLines(put, Set.of());
    }

    /** The home file's: the credential for each registry. Yarn takes a token before a name and password. */
    static List<YarnLines> credentials(Map<Feed, ResolvedCredential> credentials) {
        List<YarnLines> groups = new ArrayList<>();
        for (Map.Entry<Feed, ResolvedCredential> entry : credentials.entrySet()) {
            String url = entry.getKey().url().text();
            Credential credential = entry.getValue().credential();
            boolean bearer = credential instanceof Credential.Bearer;
            String key = bearer ? "npmAuthToken" : "npmAuthIdent";
            String other = bearer ? "npmAuthIdent" : "npmAuthToken";
            groups.add(new YarnLines(
                    List.of(
                            new YarnSetting(List.of(REGISTRIES, url, "npmAlwaysAuth"), "true", Kind.FLAG),
                            new YarnSetting(List.of(REGISTRIES, url, key), value(credential), Kind.SECRET)),
                    Set.of(REGISTRIES + " " + url + " " + other)));
        }
        return groups;
    }

    /** In base64, which Yarn takes too: neither needs quoting nor can hold a <code>${</code>. */
    private static String value(Credential credential) {
        if (credential instanceof Credential.Basic basic) {
            return Secret.of(basic.userName() + ":" + basic.password().reveal()).revealBase64();
        }
        return ((Credential.Bearer) credential).token().reveal();
    }

    /** The settings of a project's file that Yarn takes before those of the home file. */
    private static List<String> shadowing(Feeds feeds) {
        List<String> names = new ArrayList<>(AUTH);
        for (Feed feed : feeds.list()) {
            for (String auth : AUTH) {
                names.add(REGISTRIES + " " + feed.url().text() + " " + auth);
                for (Scope scope : feed.scopes()) {
                    names.add(SCOPES + " " + scope.name() + " " + auth);
                }
            }
        }
        return names;
    }

    /** A sentence for each setting of a project's file that hides what was written into the home file. */
    static List<String> warnings(ConfigureRequest request, YarnrcDocument document, String file) {
        List<String> warnings = new ArrayList<>();
        for (String found : document.found(shadowing(request.feeds()))) {
            warnings.add(Printable.name(file) + ", " + Printable.name(found)
                    + ": Yarn takes it before the credential in the home file. Remove it");
        }
        if (warnings.isEmpty()
                && hasYarn3(request)
                && !document.found(List.of(REGISTRIES)).isEmpty()) {
            warnings.add(Printable.name(file) + ": Yarn 3 reads no npmRegistries of the home file beside those of the"
                    + " project. Move them to the home file, or take Yarn 4");
        }
        return warnings;
    }

    private static boolean hasYarn3(ConfigureRequest request) {
        for (FrontEnd frontEnd : request.frontEnds()) {
            String version = frontEnd.client().version().orElse("");
            if (frontEnd.isBerry() && (version.isEmpty() || version.matches("\\D*[23](\\D.*)?"))) {
                return true;
            }
        }
        return false;
    }

    /** The prefix, as of npm's keys, of the registry that a setting's name is about; the name itself where it is about none. */
    static String keyPrefix(String name) {
        String[] path = name.split(" ", -1);
        return path.length == 3 && path[0].equals(REGISTRIES) ? path[1].substring(path[1].indexOf("//")) : name;
    }

    /** Whether a receipt's key is a setting of Yarn: keys of {@code .npmrc} have no blank. */
    static boolean isSetting(String key) {
        return key.startsWith("npmRegistr") || key.startsWith(SCOPES) || key.startsWith("unsafeHttpWhitelist ");
    }

    private static String hostName(Feed feed) {
        String host = feed.url().url().hostAndPort();
        int port = host.lastIndexOf(':');
        return port < 0 || host.endsWith("]") ? host : host.substring(0, port);
    }
}
