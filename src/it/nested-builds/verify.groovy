import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
for (yarn in ['yarn3', 'yarn4']) {
    it.installedGreeting('inner/' + yarn)
    assertThat(it.has('inner/' + yarn + '/node_modules/@tools/lint-rules')).isTrue()
}
it.sentOnly('/contoso/_packaging/Shared/npm/registry/', 'main')
it.sentOnly('/contoso/_packaging/Tools/npm/registry/', 'tools')
it.nothingSecretShows()
true
