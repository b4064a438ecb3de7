import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.log())
        .contains('(f) serverId = azure')
        .contains('_password=***')
        .contains("'vault' is not a value of this parameter")
        .contains('white space, line breaks or control characters inside (environment variable BROKEN_PAT)')
it.installedGreeting('.')
it.nothingSecretShows()
true
