import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.has('node_modules/contoso-greeting/index.js')).isTrue()
assertThat(it.log()).contains('good morning')
assertThat(it.labels('/contoso/_packaging/Shared/npm/registry/pnpm/', 'feed', 'pat')).hasSize(2).containsOnly('main')
it.sentOnly('/contoso/_packaging/Shared/npm/registry/', 'main')

// With a registry of the user's own Corepack gets nothing of ours.
assertThat(it.log()).contains('http://127.0.0.1:9/pnpm')
assertThat(it.has('.npmrc')).isFalse()
assertThat(it.has('home/.npmrc')).isFalse()
it.nothingSecretShows()
true
