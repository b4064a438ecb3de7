import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.log())
        .contains('(f) serverId = azure')
        .contains('_password=***')
        .contains("'vault' is not a value of this parameter")
        .contains('white space, line breaks or control characters inside (environment variable BROKEN_PAT)')
assertThat(it.logged('Credentials and registry written to')).isEqualTo(1)
assertThat(it.logged('lent to npm until the build ends')).isEqualTo(1)
assertThat(it.logged('Would lend npm until the build ends')).isEqualTo(1)
it.installedGreeting('.')
def file = new File(basedir, 'target/feedauth/npmrc')
assertThat(file.text).contains(ItCase.base64(pat))
assertThat(file.delete()).isTrue()
it.nothingSecretShows()
true
