import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def feed = '/tfs/DefaultCollection/_packaging/Onprem/npm/registry/'

assertThat(it.read('.npmrc')).isEqualTo("registry=${feedOrigin}${feed}\n".toString())
assertThat(it.read('home/.npmrc')).isEqualTo(it.userLines(feed, 'DefaultCollection', pat))
assertThat(it.log()).contains("from settings.xml server 'Onprem'")
it.installedGreeting('.')
it.sentOnly(feed, 'main')
assertThat(it.labels(feed, 'feed', 'username')).containsOnly('DefaultCollection')
it.nothingSecretShows()
true
