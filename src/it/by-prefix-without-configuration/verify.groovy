import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def feed = '/contoso/_packaging/Shared/npm/registry/'

['.npmrc', 'stranger/.npmrc'].each {
    file -> assertThat(it.read(file)).isEqualTo("registry=${feedOrigin}${feed}\n".toString())
}
assertThat(it.read('home/.npmrc')).isEqualTo(it.userLines(feed, 'DefaultCollection', pat))
it.nothingSecretShows()
true
