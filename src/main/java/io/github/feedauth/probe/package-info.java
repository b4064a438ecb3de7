/** Asking a feed over HTTP, and what its answer means. Never follows a redirect; loaded by no goal that does not ask. */
package io.github.feedauth.probe;
