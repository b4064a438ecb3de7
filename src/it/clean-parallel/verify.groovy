import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])

// The first build's line is admin's: only the last one, in which nobody relies on it, takes it back.
assertThat(it.logged('Registry written to')).isEqualTo(1)
assertThat(it.log().findAll('Taken back: .*/clean-parallel/.npmrc')).hasSize(1)
assertThat(it.log().lastIndexOf('Taken back: ')).isGreaterThan(it.log().lastIndexOf('npm view'))
assertThat(it.has('.npmrc')).isFalse()
it.nothingSecretShows()
true
