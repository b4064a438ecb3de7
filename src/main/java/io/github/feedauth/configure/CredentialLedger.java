package io.github.feedauth.configure;

import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.credential.Credential;
import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedOrigin;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.feed.NerfDart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What the modules of one build need of the files that they share. A user file holds one credential for a feed, so two modules that
 * bring different ones would overwrite each other, and which of them npm then uses would be a matter of timing. Any line may be one
 * that another module's npm is about to read: {@code clean} must leave it.
 */
public final class CredentialLedger {
    private final Map<Slot, ResolvedCredential> entries = new ConcurrentHashMap<>();
    private final Map<Path, Set<String>> needed = new ConcurrentHashMap<>();
    private final Lock turn = new ReentrantLock();

    private record Slot(Path userFile, NerfDart prefix) {
        @Override
        public int hashCode() {
            return 31 * userFile.hashCode() + prefix.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Slot slot && userFile.equals(slot.userFile) && prefix.equals(slot.prefix);
        }
    }

    /**
     * Held by what looks at or changes a user file, so that no other module of this build does so meanwhile. The lock of the file
     * alone would not do: a module that finds the file right takes none, while another may be about to clean it.
     */
    Lock turn() {
        return turn;
    }

    /**
     * Looks for feeds while no other module of this build cleans, and notes the lines of those that stand in a project's file: they
     * are none that are to be written, but npm reads them there.
     *
     * @param frontEnds the folders whose files are looked into
     * @param discovery finds the feeds
     * @return them
     */
    public Feeds find(List<FrontEnd> frontEnds, Supplier<Feeds> discovery) {
        turn.lock();
        try {
            Feeds feeds = discovery.get();
            for (Feed feed : feeds.list()) {
                if (feed.origin() == FeedOrigin.PROJECT_FILE) {
                    needRegistryLines(frontEnds, feed);
                }
            }
            return feeds;
        } finally {
            turn.unlock();
        }
    }

    private void needRegistryLines(List<FrontEnd> frontEnds, Feed feed) {
        for (FrontEnd frontEnd : frontEnds) {
            for (String key : feed.registryKeys()) {
                need(frontEnd.projectFile(), key);
            }
        }
    }

    /** Notes that a module of this build needs the file's line of that key, whoever wrote it and when. */
    void need(Path file, String key) {
        needed.putIfAbsent(file, ConcurrentHashMap.newKeySet());
        needed.get(file).add(key);
    }

    /** Whether a module of this build needs the file's line of that key, or has a credential there that the key belongs to. */
    boolean holds(Path userFile, String key) {
        if (needed.getOrDefault(userFile, Set.of()).contains(key)) {
            return true;
        }
        for (Slot slot : entries.keySet()) {
            if (slot.userFile().equals(userFile)
                    && (key.startsWith(slot.prefix() + ":")
                            || YarnSettings.keyPrefix(key).equals(slot.prefix().toString()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Enters a feed's credential.
     *
     * @throws FeedAuthFailure where another module of this build has entered a different one for the same feed and file
     */
    void enter(Path userFile, Feed feed, ResolvedCredential credential) {
        for (NerfDart prefix : feed.url().keyPrefixes()) {
            ResolvedCredential earlier = entries.putIfAbsent(new Slot(userFile, prefix), credential);
            if (earlier != null
                    && !isRenewal(earlier, credential)
                    && !sameSecret(earlier.credential(), credential.credential())) {
                throw new FeedAuthFailure(
                        "There are two different credentials for the feed "
                                + feed.url().text(),
                        Printable.name(userFile.toString()) + ": one from " + earlier.origin() + ", one from "
                                + credential.origin(),
                        "Let all modules use the same one: npm's user file can hold only one for a feed");
            }
        }
    }

    /** Only a token that expires while the build runs comes from the same source twice with two values. */
    private static boolean isRenewal(ResolvedCredential earlier, ResolvedCredential later) {
        return earlier.credential() instanceof Credential.Bearer
                && later.credential() instanceof Credential.Bearer
                && earlier.origin().equals(later.origin());
    }

    /** Azure takes any user name beside a PAT, and two spellings of one feed may come to different ones. */
    private static boolean sameSecret(Credential one, Credential other) {
        return (one instanceof Credential.Basic basic && other instanceof Credential.Basic otherBasic)
                ? basic.password().equals(otherBasic.password())
                : one.equals(other);
    }
}
