import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def feed = '/contoso/_packaging/Entra/npm/registry/'
def registry = feedOrigin.replace('http:', '') + feed

assertThat(it.read('home/.npmrc')).isEqualTo("""\
${registry}:_authToken=${jwt}
${registry - 'registry/'}:_authToken=${jwt}
; mine
//other.example.com/:_authToken=other
""".toString())
it.installedGreeting('frontend')
it.sentOnly(feed, 'jwt')
it.nothingSecretShows()
true
