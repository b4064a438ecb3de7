package io.github.feedauth.feed;

/** What the messages show as right. */
public final class FeedExamples {
    /** A feed by its URL. */
    public static final String URL = "<feed>https://pkgs.dev.azure.com/acme/_packaging/Web/npm/registry/</feed>";

    static final String SERVICES = "<feed><organization>acme</organization><name>Web</name></feed>";
    static final String COLLECTION_URL = "<collectionUrl>https://tfs.example.com/tfs/DefaultCollection</collectionUrl>";
    static final String SERVER = "<feed>" + COLLECTION_URL + "<name>Web</name></feed>";

    private FeedExamples() {}
}
