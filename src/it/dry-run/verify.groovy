import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def registry = feedOrigin + '/contoso/_packaging/Shared/npm/registry/'

assertThat(it.log())
        .contains('-1: registry=https://registry.example.com/')
        .contains("+1: registry=${registry}".toString())
        .contains("+1: ${registry - 'http:'}:username=DefaultCollection".toString())
        .contains("+2: ${registry - 'http:'}:_password=***".toString())
assertThat(it.read('.npmrc')).isEqualTo('registry=https://registry.example.com/\n')
assertThat(it.has('home/.npmrc')).isFalse()
it.nothingSecretShows()
true
