/** Whether what npm would publish can be: which registry it would go to, and whether that version is taken there. */
package io.github.feedauth.publish;
