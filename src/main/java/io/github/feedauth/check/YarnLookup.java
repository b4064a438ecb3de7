package io.github.feedauth.check;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.yarnrc.YarnrcDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How Yarn 2 and newer looks for a credential. Source: Yarn's own look-up ({@code npmConfigUtils}). */
public final class YarnLookup {
    /** The file's name. */
    public static final String FILE = ".yarnrc.yml";

    /** The settings that hold a credential, the one that Yarn takes first in front. */
    public static final List<String> AUTH = List.of("npmAuthToken", "npmAuthIdent");

    private YarnLookup() {}

    /**
     * The maps in which Yarn looks for a credential, in its order, as starts of names: the scope's, the registry's, the general one.
     *
     * @param scopes names of scopes, without their {@code @}
     * @param registry with a slash at its end, which does not matter to Yarn
     */
    public static List<String> maps(List<String> scopes, String registry) {
        List<String> maps = new ArrayList<>();
        for (String scope : scopes) {
            maps.add("npmScopes " + scope + " ");
        }
        maps.add("npmRegistries " + registry + " ");
        maps.add("npmRegistries " + registry.substring(registry.indexOf("//")) + " ");
        maps.add("");
        return maps;
    }

    /**
     * Reads a file that is there.
     *
     * @throws FeedAuthFailure where it can't be read
     */
    public static YarnrcDocument read(Path file) {
        String name = Printable.name(file.toString());
        try {
            return YarnrcDocument.of(Files.readAllBytes(file), name);
        } catch (IOException e) {
            throw new FeedAuthFailure("The file can't be read", name, "Make it readable for this user", e);
        }
    }
}
