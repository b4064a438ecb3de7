/** The goals: parameters in, one call, one place that translates failure and one that writes the log. */
package io.github.feedauth.mojo;
