import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def feed = feedOrigin + '/contoso/_packaging/Shared/npm/registry/'
def registry = feed - 'http:'
def parent = registry - 'registry/'
def password = ItCase.base64(pat)
def email = "npm requires email to be set but doesn't use the value"

assertThat(it.read('.npmrc')).isEqualTo("""\
registry=${feed}
always-auth=true
""".toString())
assertThat(it.read('home/.npmrc')).isEqualTo("""\
; begin auth token
${registry}:username=DefaultCollection
${registry}:_password=${password}
${registry}:email=${email}
${parent}:username=DefaultCollection
${parent}:_password=${password}
${parent}:email=${email}
; end auth token
""".toString())
it.installedGreeting('.')
it.nothingSecretShows()
true
