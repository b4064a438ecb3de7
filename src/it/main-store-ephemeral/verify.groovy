import static org.assertj.core.api.Assertions.assertThat

import groovy.json.JsonSlurper
import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])

it.installedGreeting('shop/src/main/frontend')
assertThat(it.has('admin/node_modules/@tools/lint-rules/package.json')).isTrue()
it.sentOnly('/contoso/_packaging/Shared/npm/registry/', 'main')
it.sentOnly('/contoso/_packaging/Tools/npm/registry/', 'tools')

def looked = new JsonSlurper().parse(new File(basedir, 'admin/looked.json'))
assertThat(looked.greeting).isEqualTo('good morning')
assertThat(looked.lowerCaseToo).isTrue()
assertThat(looked.mode).isEqualTo('600')
assertThat(looked.ownSettings).isTrue()
assertThat(new File(looked.path)).doesNotExist()

assertThat(it.read('home/.npmrc')).isEqualTo('; mine\nfund=false\naudit=false\n')
assertThat(it.has('shop/src/main/frontend/.npmrc')).isFalse()
assertThat(it.has('admin/.npmrc')).isFalse()
assertThat(new File(basedir, 'home/.local/state/feedauth/builds').list()).isEmpty()
assertThat(it.logged('lent to npm until the build ends')).isEqualTo(2)
it.nothingSecretShows()
true
