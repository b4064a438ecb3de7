/** What the Maven model, the build plan and the settings say: front-end folders, servers, repositories, the environment. */
package io.github.feedauth.project;
