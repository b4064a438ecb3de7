package io.github.feedauth.configure;

import io.github.feedauth.credential.Credential;
import io.github.feedauth.feed.NerfDart;
import io.github.feedauth.npmrc.CommentMarkers;
import io.github.feedauth.npmrc.OwnedLines;
import io.github.feedauth.npmrc.OwnedSetting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of the user file for one credential, at each of its key prefixes. Every other credential key at the same
 * prefixes goes, since npm takes {@code _authToken} and {@code _auth} before {@code username} and {@code _password}, and so do the
 * keys of a documented file that nobody needs.
 */
record CredentialLines(boolean documented) {
    private static final List<String> ALL_KEYS =
            List.of("username", "_password", "_authToken", "_auth", "email", "always-auth");

    /** The value that the vendor's documentation gives. */
    private static final String DOCUMENTED_EMAIL = "npm requires email to be set but doesn't use the value";

    OwnedLines of(List<NerfDart> prefixes, Credential credential) {
        List<OwnedSetting> put = new ArrayList<>();
        Set<String> remove = new LinkedHashSet<>();
        for (NerfDart prefix : prefixes) {
            put.addAll(settings(prefix, credential));
            for (String name : ALL_KEYS) {
                remove.add(key(prefix, name));
            }
        }
        for (OwnedSetting setting : put) {
            remove.remove(setting.key());
        }
        return new OwnedLines(put, remove, documented ? Optional.of(documentedMarkers()) : Optional.empty());
    }

    static CommentMarkers documentedMarkers() {
        return new CommentMarkers("; begin auth token", "; end auth token");
    }

    private List<OwnedSetting> settings(NerfDart prefix, Credential credential) {
        List<OwnedSetting> settings = new ArrayList<>();
        if (credential instanceof Credential.Basic basic) {
            settings.add(new OwnedSetting(key(prefix, "username"), basic.userName()));
            settings.add(
                    new OwnedSetting(key(prefix, "_password"), basic.password().revealBase64()));
        } else if (credential instanceof Credential.Bearer bearer) {
            settings.add(
                    new OwnedSetting(key(prefix, "_authToken"), bearer.token().reveal()));
        }
        if (documented) {
            settings.add(new OwnedSetting(key(prefix, "email"), DOCUMENTED_EMAIL));
        }
        return settings;
    }

    private static String key(NerfDart prefix, String name) {
        return prefix + ":" + name;
    }
}
