import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
[view  : '/contoso/_packaging/Shared@Release/npm/registry/',
 space : '/contoso/Web%20Shop/_packaging/Shared/npm/registry/',
 umlaut: '/contoso/_packaging/%C3%9Cberbau/npm/registry/'].each { module, feed ->
    assertThat(it.read("${module}/.npmrc")).isEqualTo("registry=${feedOrigin}${feed}\n".toString())
    it.installedGreeting(module)
    it.sentOnly(feed, 'main')
}
it.nothingSecretShows()
true
