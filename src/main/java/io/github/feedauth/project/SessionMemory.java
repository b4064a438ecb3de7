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
        return known == null ? first(type, maker.get()) : type.cast(known);
    }

    /** The one object of that type in this build: this one, unless another came first. */
    public <T> T first(Class<T> type, T object) {
        return type.cast(data.set(type, null, object) ? object : data.get(type));
    }

    /** The one object of that type in this build, if it has been made. */
    public <T> Optional<T> known(Class<T> type) {
        return Optional.ofNullable(type.cast(data.get(type)));
    }
}
