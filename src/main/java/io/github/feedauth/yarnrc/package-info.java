/** Yarn's {@code .yarnrc.yml}, edited line by line so that all that is not ours keeps its bytes. Pure. */
package io.github.feedauth.yarnrc;
