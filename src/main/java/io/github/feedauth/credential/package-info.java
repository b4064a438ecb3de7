/**
 * Credentials: what a feed is entered with, where it may come from, and in which order the sources are asked. A {@link
 * io.github.feedauth.credential.Secret} never shows its value unasked.
 */
package io.github.feedauth.credential;
