import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.read('.npmrc')).isEqualTo("registry=${feedOrigin}/contoso/_packaging/Shared/npm/registry/\n".toString())
assertThat(it.has('home/.npmrc')).isFalse()
it.nothingSecretShows()
true
