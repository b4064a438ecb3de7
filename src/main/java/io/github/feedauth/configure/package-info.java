/** The main job, free of Maven: feeds and credentials become planned edits, and the edits become files. */
package io.github.feedauth.configure;
