import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def shared = '/contoso/_packaging/Shared/npm/registry/'
def tools = '/contoso/_packaging/Tools/npm/registry/'

assertThat(it.read('home/.npmrc'))
        .contains(it.userLines(shared, 'DefaultCollection', pat))
        .contains(it.userLines(tools, 'DefaultCollection', patTools))
assertThat(it.log())
        .contains("${feedOrigin}${shared} from environment variable SHOP_PAT".toString())
        .contains("${feedOrigin}${tools} from environment variable TOOLS_PAT".toString())
it.installedGreeting('shop')
assertThat(it.has('tools/node_modules/@tools/lint-rules/package.json')).isTrue()
it.sentOnly(shared, 'main')
it.sentOnly(tools, 'tools')
it.nothingSecretShows()
true
