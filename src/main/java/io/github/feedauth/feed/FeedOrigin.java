package io.github.feedauth.feed;

/** Who named a feed. A host that merely stands in some file of the project is not vouched for by that. */
public enum FeedOrigin {
    /** The plugin's configuration: naming it there means that it is to have a credential. */
    CONFIGURED,
    /** A registry line in the project's {@code .npmrc}, which stays as it is written there. */
    PROJECT_FILE,
    /** A Maven repository of the POM or of settings.xml, whose npm side the feed is. */
    MAVEN_REPOSITORY
}
