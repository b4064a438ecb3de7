import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])

['web/.npmrc', 'home/.npmrc'].each { name ->
    assertThat(new File(basedir, name).bytes).isEqualTo(new File(basedir, name + '.before').bytes)
}
assertThat(it.logged('Registry written to')).isEqualTo(1)
assertThat(it.logged('Would change')).isEqualTo(2)
assertThat(it.logged('Taken back:')).isEqualTo(2)
assertThat(it.has('home/.local/state/feedauth/receipts')).isFalse()
assertThat(it.has('home/.local/state/feedauth/builds/killed')).isFalse()
it.nothingSecretShows()
true
