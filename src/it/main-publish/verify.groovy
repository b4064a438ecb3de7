import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.log()).contains('+ @contoso/storefront@1.0.0').contains('403')
it.nothingSecretShows()
true
