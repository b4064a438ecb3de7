package io.github.feedauth.npmrc;

/**
 * A section's header.
 *
 * @param line its index, from 0
 * @param name decoded
 */
record SectionLine(int line, String name) {}
