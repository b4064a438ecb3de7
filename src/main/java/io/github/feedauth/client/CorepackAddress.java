package io.github.feedauth.client;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether Corepack is told to download a package manager from an address: {@code name@https://…}. For the names that it knows Corepack
 * wants a variable set before it does so, for any other name it wants nothing.
 */
final class CorepackAddress {
    private static final Set<String> PACKAGE_MANAGERS = Set.of("npm", "npx", "pnpm", "pnpx", "yarn", "yarnpkg");

    /** No version, range or tag has a colon. */
    private static final Pattern ADDRESS = Pattern.compile("^[^@]*@.*:.*", Pattern.DOTALL);

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private CorepackAddress() {}

    /** Of the field {@code packageManager}. */
    static boolean isPinned(String packageManager) {
        return ADDRESS.matcher(packageManager).matches();
    }

    /** Of a command line; what follows the name of a package manager is that one's own. */
    static boolean isIn(String arguments) {
        List<String> words =
                BLANKS.splitAsStream(arguments.replaceAll("[\"']", "").strip()).toList();
        return !PACKAGE_MANAGERS.contains(words.get(0)) && words.stream().anyMatch(CorepackAddress::isPinned);
    }
}
