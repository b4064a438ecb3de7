import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def feed = '/tfs/DefaultCollection/Shop/_packaging/Onprem/npm/registry/'

assertThat(it.read('frontend/.npmrc')).isEqualTo("registry=${feedOrigin}${feed}\n".toString())
assertThat(it.read('home/.npmrc')).isEqualTo(it.userLines(feed, 'AzureDevOps', pat))
it.installedGreeting('frontend')
it.sentOnly(feed, 'main')
it.nothingSecretShows()
true
