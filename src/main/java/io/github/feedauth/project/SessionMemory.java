package io.github.feedauth.project;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/**
 * What the modules of one build share, kept in the session and gone with it. Keyed by class, not by name: a plugin loaded twice,
 * with different dependencies, then keeps two memories instead of failing on a foreign class.
 */
public final class SessionMemory {
    private final SessionData data;

    public SessionMemory(MavenSession session) {
        this.data = session.getRepositorySession().getData();
    }

    /** The one object of that type in this build, made when first asked for. */
    public <T> T one(Class<T> type, Supplier<T> maker) {
        Object known = data.get(type);
        if (known == null) {
            T made = maker.get();
            known = data.set(type, null, made) ? made : data.get(type);
        }
        return type.cast(known);
    }

    /** The one object of that type in this build, if it has been made. */
    public <T> Optional<T> known(Class<T> type) {
        return Optional.ofNullable(type.cast(data.get(type)));
    }
}
