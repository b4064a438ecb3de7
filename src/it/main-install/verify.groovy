import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def feed = '/contoso/_packaging/Shared/npm/registry/'

assertThat(it.read('frontend/.npmrc')).isEqualTo("registry=${feedOrigin}${feed}\n".toString())
assertThat(it.read('home/.npmrc')).isEqualTo(it.userLines(feed, 'DefaultCollection', pat))
it.ownerOnly('home/.npmrc')
it.installedGreeting('frontend')
it.sentOnly(feed, 'main')

// The second build finds everything as it has to be, and writes nothing.
assertThat(it.logged('Credentials written to')).isEqualTo(1)
assertThat(it.logged('Registry written to')).isEqualTo(1)
assertThat(it.log()).contains('from environment variable FEEDAUTH_PAT')
assertThat(it.log()).doesNotContain('Plugin [io.github.feedauth').doesNotContain('npm warn')
it.nothingSecretShows()
true
