import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def feed = '/contoso/_packaging/Shared/npm/registry/'

assertThat(it.read('home/.npmrc')).isEqualTo(it.userLines(feed, 'build-agent', pat))
assertThat(it.log()).contains("from settings.xml server 'azure'")
it.installedGreeting('.')
it.nothingSecretShows()
true
