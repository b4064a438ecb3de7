package io.github.feedauth.credential;

/**
 * A Maven repository, or a mirror of one: where it is the Maven side of an npm feed, its id names the server that serves both.
 *
 * @param id the repository's or the mirror's id
 * @param url its address as the POM or the settings have it
 * @param place the element it stands in, in words, such as {@code <repositories>}
 */
public record MavenRepository(String id, String url, String place) {}
