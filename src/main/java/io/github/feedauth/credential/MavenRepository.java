package io.github.feedauth.credential;

/**
 * A Maven repository of the POM: where it is the Maven side of an npm feed, its id names the server that serves both.
 *
 * @param id the repository's id
 * @param url its address as the POM has it
 */
public record MavenRepository(String id, String url) {}
