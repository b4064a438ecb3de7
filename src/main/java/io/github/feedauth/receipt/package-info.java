/** What {@code configure} has written into which file, so that {@code clean} can take it back. Holds no secret. */
package io.github.feedauth.receipt;
