package io.github.feedauth.feed;

import io.github.feedauth.failure.FeedAuthFailure;

/**
 * The prefix npm keys a registry's credentials by: {@code //host[:port]/path/}, the path up to and including its last slash.
 * The scheme is no part of it. Source: npm's {@code @npmcli/config/lib/nerf-dart.js}.
 *
 * @param key as it is written in front of {@code :username} in {@code .npmrc}
 */
public record NerfDart(String key) {
    public NerfDart {
        if (!key.startsWith("//") || !key.endsWith("/")) {
            throw new IllegalArgumentException("not a key prefix");
        }
    }

    /**
     * The key prefix of a URL; without a trailing slash the URL's last segment is not part of it.
     *
     * @throws FeedAuthFailure if the path holds {@code =} or {@code ;}, which npm's ini reader would split or cut the key at;
     *     a {@code #} cannot be in a path, and line separators are percent-encoded by then
     */
    public static NerfDart of(WebUrl url, String where) {
        String path = url.path().substring(0, url.path().lastIndexOf('/') + 1);
        if (path.indexOf('=') >= 0 || path.indexOf(';') >= 0) {
            throw new FeedAuthFailure(
                    "the URL's path has a = or ;, which cannot be part of a key in .npmrc",
                    where,
                    "Write %3D for = and %3B for ;, if the registry takes them so");
        }
        return new NerfDart("//" + url.hostAndPort() + path);
    }

    @Override
    public String toString() {
        return key;
    }

    /** A key of maps on the way that every build takes, where the record's own would be put together at run time. */
    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NerfDart prefix && key.equals(prefix.key);
    }
}
