import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
// npm looks before it publishes since version 7; npm 6 would show the 403 of the feed.
assertThat(it.log()).contains('+ @contoso/storefront@1.0.0').containsPattern('cannot publish over|403')
it.nothingSecretShows()
true
