package io.github.feedauth.client;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The variables by which Corepack is told where to download from, and with what. */
final class CorepackVariables {
    /** Lets Corepack download a package manager from the address that a project names. */
    static final String CUSTOM_ADDRESSES = "COREPACK_ENABLE_UNSAFE_CUSTOM_URLS";

    private static final String REGISTRY = "COREPACK_NPM_";

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
        return name.startsWith(REGISTRY);
    }
}
