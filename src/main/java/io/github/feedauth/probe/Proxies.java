package io.github.feedauth.probe;

import io.github.feedauth.credential.Secret;
import java.net.URI;
import java.util.Optional;

/** Which proxy stands between this machine and a host. */
public interface Proxies {

    /** The proxy to go through; empty to go straight. */
    Optional<Server> to(URI url);

    /**
     * A proxy.
     *
     * @param userName what to present to it
     * @param password goes with {@code userName}
     */
    record Server(String host, int port, Optional<String> userName, Optional<Secret> password) {}
}
