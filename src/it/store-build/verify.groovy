import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def shared = '/contoso/_packaging/Shared/npm/registry/'
def file = new File(basedir, 'target/feedauth/npmrc')

it.installedGreeting('.')
it.sentOnly(shared, 'main')

assertThat(file.text)
        .startsWith(it.userLines(shared, 'DefaultCollection', pat))
        .contains("registry=${feedOrigin}${shared}\n")
        .contains("@tools:registry=${feedOrigin}/contoso/_packaging/Tools/npm/registry/\n")
        .endsWith('; mine\nfund=false\n')
it.ownerOnly('target/feedauth/npmrc')
assertThat(it.read('home/.npmrc')).isEqualTo('; mine\nfund=false\n')
assertThat(it.read('.npmrc')).startsWith('# The team says so\nlegacy-peer-deps=true\n')
assertThat(it.logged('npm takes @tools:registry=https://registry.example.com/ before the feed')).isEqualTo(1)
assertThat(it.logged('Credentials and registry written to')).isEqualTo(1)

def packed = it.log().substring(it.log().indexOf('"files": ['))
assertThat(packed).contains('package.json').doesNotContain('feedauth/npmrc')

assertThat(file.delete()).isTrue()
it.nothingSecretShows()
true
