/**
 * Configuration files on disk: resolve links, lock, compare, replace. Knows bytes and paths only, neither Maven nor what the
 * files say.
 */
package io.github.feedauth.store;
