/** What the user can mend, and how it is put into words. Depends on nothing; everything may throw it. */
package io.github.feedauth.failure;
