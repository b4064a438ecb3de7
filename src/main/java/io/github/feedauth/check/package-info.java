/** Whether npm will get in: what npm would read, what is wrong with it, what the feeds answer, and a report of all that. */
package io.github.feedauth.check;
