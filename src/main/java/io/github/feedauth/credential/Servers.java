package io.github.feedauth.credential;

import java.util.List;
import java.util.Optional;

/** The {@code <servers>} of Maven's settings, decrypted on request. */
public interface Servers {

    /**
     * The server of that id.
     *
     * @return empty where the settings have none
     * @throws io.github.feedauth.failure.FeedAuthFailure where its password can't be decrypted
     */
    Optional<Server> find(String id);

    /** The ids of all servers, in the order of the settings. */
    List<String> ids();

    /**
     * One server.
     *
     * @param id its id
     * @param userName its user name, if it has one that is not blank
     * @param password its password in clear, if the element is there; possibly blank
     * @param hosts the hosts that its {@code <configuration><hosts>} pins it to
     */
    record Server(String id, Optional<String> userName, Optional<Secret> password, PinnedHosts hosts) {

        /** A server that is pinned to no host. */
        public Server(String id, Optional<String> userName, Optional<Secret> password) {
            this(id, userName, password, PinnedHosts.NONE);
        }
    }
}
