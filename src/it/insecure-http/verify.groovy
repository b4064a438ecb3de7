import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.logged('crosses the network in clear')).isEqualTo(2)
assertThat(it.read('home/.npmrc')).contains('//tfs.example.com:8080/tfs/DefaultCollection/_packaging/Shared/npm/registry/:_password=')
it.nothingSecretShows()
true
