import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def feed = '/contoso/_packaging/Shared/npm/registry/'

assertThat(it.read('home/.npmrc')).isEqualTo(it.userLines(feed, 'DefaultCollection', pat))
assertThat(it.logged('Credentials written to')).isEqualTo(1)
['shop', 'admin'].each { module ->
    assertThat(it.read("${module}/src/main/frontend/.npmrc")).isEqualTo("registry=${feedOrigin}${feed}\n".toString())
    it.installedGreeting("${module}/src/main/frontend")
}
assertThat(it.has('.npmrc')).isFalse()
assertThat(it.has('backend/.npmrc')).isFalse()
it.nothingSecretShows()
true
