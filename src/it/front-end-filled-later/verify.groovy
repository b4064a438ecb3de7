import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.logged('holds no package.json yet: the build fills it later')).isEqualTo(1)
it.installedGreeting('target/frontend')
it.nothingSecretShows()
true
