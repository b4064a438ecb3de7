/** The package managers: how a front-end folder and its client are recognised, and which files that client reads. */
package io.github.feedauth.client;
