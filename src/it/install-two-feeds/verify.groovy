import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def shared = '/contoso/_packaging/Shared/npm/registry/'
def tools = '/contoso/_packaging/Tools/npm/registry/'

assertThat(it.read('frontend/.npmrc')).isEqualTo("""\
registry=${feedOrigin}${shared}
@tools:registry=${feedOrigin}${tools}
# Team settings
legacy-peer-deps=true
""".toString())
assertThat(it.read('home/.npmrc'))
        .contains(it.userLines(shared, 'DefaultCollection', pat))
        .contains(it.userLines(tools, 'DefaultCollection', patTools))
it.installedGreeting('frontend')
assertThat(it.has('frontend/node_modules/@tools/lint-rules/package.json')).isTrue()
it.sentOnly(shared, 'main')
it.sentOnly(tools, 'tools')
it.nothingSecretShows()
true
