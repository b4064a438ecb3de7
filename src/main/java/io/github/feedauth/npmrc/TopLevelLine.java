package io.github.feedauth.npmrc;

/**
 * A key at top level.
 *
 * @param line its index, from 0
 * @param assignment what it says
 * @param forEveryNpm whether every npm reads it at top level; only npm 6 to 9 do after a section's header that white space
 *     follows
 */
record TopLevelLine(int line, IniLine.Assignment assignment, boolean forEveryNpm) {}
