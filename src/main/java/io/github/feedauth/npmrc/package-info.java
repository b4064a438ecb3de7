/**
 * The lossless {@code .npmrc} document: read as npm's {@code ini} reads it, changed line by line, every other byte kept. Pure:
 * it knows text, not files.
 */
package io.github.feedauth.npmrc;
