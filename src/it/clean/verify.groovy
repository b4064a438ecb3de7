import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])

['web/.npmrc', 'home/.npmrc'].each { name ->
    assertThat(new File(basedir, name).bytes).isEqualTo(new File(basedir, name + '.before').bytes)
}
assertThat(it.logged('Registry written to')).isEqualTo(2)
assertThat(it.logged('Would change')).isEqualTo(2)

// Twice two files, and the build file; the seventh build took back nothing, since what the sixth wrote is another project's.
def takenBack = it.log().split('Finished at:', -1).collect { build -> build.count('Taken back:') }
assertThat(takenBack).containsExactly(0, 0, 2, 0, 1, 0, 0, 2, 0)
assertThat(it.logged('Credentials and registry written to')).isEqualTo(1)
assertThat(it.has('target/feedauth/npmrc')).isFalse()
assertThat(it.has('other/.npmrc')).isFalse()
assertThat(it.has('home/.local/state/feedauth/receipts')).isFalse()
assertThat(it.has('home/.local/state/feedauth/builds/killed')).isFalse()
it.nothingSecretShows()
true
