import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.log()).contains('E401').doesNotContain('nobody-knows-this-one')
assertThat(it.labels('/contoso/_packaging/Publish-wrong-pat/npm/registry/', 'feed', 'pat')).isNotEmpty().containsOnly('unknown')
it.nothingSecretShows()
true
