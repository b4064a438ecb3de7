import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.log()).contains("from settings.xml server 'Shared'")
it.installedGreeting('.')
it.sentOnly('/contoso/_packaging/Shared/npm/registry/', 'main')
it.nothingSecretShows()
true
