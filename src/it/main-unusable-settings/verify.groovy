import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.log())
        .containsSubsequence(
                "The password refers to a variable or property that is not set (settings.xml server 'unset')",
                "The password is blank (settings.xml server 'blank')",
                "There is no server 'missing' in settings.xml (it has: 'unset', 'blank')")
assertThat(it.has('.npmrc')).isFalse()
assertThat(it.has('home/.npmrc')).isFalse()
it.nothingSecretShows()
true
