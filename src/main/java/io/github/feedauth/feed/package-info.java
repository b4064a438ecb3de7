/**
 * A feed as a value: its registry URL as npm sees it, the keys npm looks credentials up by, and what Azure's addresses mean.
 * Pure text: it opens no file and no connection.
 */
package io.github.feedauth.feed;
