package io.github.feedauth.check;

import io.github.feedauth.client.Client;
import io.github.feedauth.client.PackageManager;
import io.github.feedauth.feed.Feed;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder to check.
 *
 * @param folder the folder that npm runs in
 * @param root the folder whose {@code .npmrc} is the project's
 * @param frontEnd whether there is a {@code package.json}: without one, no file has to name the registry
 * @param client the package manager that runs there
 * @param feeds the feeds that the user declared
 * @param flags settings that npm gets on its command line
 * @param allowInsecureHttp whether a credential may be sent over plain http to another machine
 */
public record CheckRequest(
        Path folder,
        Path root,
        boolean frontEnd,
        Client client,
        List<Feed> feeds,
        List<Setting> flags,
        boolean allowInsecureHttp) {

    PackageManager manager() {
        return client.manager();
    }

    boolean yarnClassic() {
        return manager() == PackageManager.YARN_CLASSIC;
    }
}
