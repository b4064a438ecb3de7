import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.log())
        .contains('It is bound to validate: give feedauth:configure <phase>validate</phase>')
        .contains('Both are bound to initialize: put feedauth-maven-plugin above frontend-maven-plugin in the POM')
assertThat(it.logged('runs before feedauth:configure in this build')).isEqualTo(2)
it.nothingSecretShows()
true
