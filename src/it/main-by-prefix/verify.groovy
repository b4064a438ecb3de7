import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
it.installedGreeting('frontend')
assertThat(it.log()).contains('Credentials written to').contains('Registry written to').doesNotContain('runs before')
it.nothingSecretShows()
true
