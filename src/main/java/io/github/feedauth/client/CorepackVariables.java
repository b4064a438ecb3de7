package io.github.feedauth.client;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The variables by which Corepack is told where to download from, and with what. */
public final class CorepackVariables {
    /** The registry to download from. */
    public static final String REGISTRY = "COREPACK_NPM_REGISTRY";

    /** The user name for it. */
    public static final String USER_NAME = "COREPACK_NPM_USERNAME";

    /** The password that goes with the user name. */
    public static final String PASSWORD = "COREPACK_NPM_PASSWORD";

    /** The token in the place of both. */
    public static final String TOKEN = "COREPACK_NPM_TOKEN";

    /** Lets Corepack download a package manager from the address that a project names. */
    public static final String CUSTOM_ADDRESSES = "COREPACK_ENABLE_UNSAFE_CUSTOM_URLS";

    private static final String OF_REGISTRY = "COREPACK_NPM_";

    private CorepackVariables() {}

    /** The first that the user has set: one of the registry's, or the one for custom addresses where it is not off. */
    static Optional<String> own(Map<String, String> variables) {
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            // Windows knows them in any letter case.
            String name = variable.getKey().toUpperCase(Locale.ROOT);
            if (isRegistry(name) || (name.equals(CUSTOM_ADDRESSES) && !"0".equals(variable.getValue()))) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Whether it says which registry, or with which credential, and nothing worse. */
    static boolean isRegistry(String name) {
        return name.startsWith(OF_REGISTRY);
    }
}
