import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

context.get('elsewhere').stop(0)
def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
for (frontEnd in ['by-lock-file', 'by-setting']) {
    assertThat(it.has(frontEnd + '/node_modules/@contoso/words/index.js')).isTrue()
    assertThat(it.read(frontEnd + '/.npmrc')).startsWith('registry=' + feedOrigin)
}
def came = context.get('came')
assertThat(came.collect { it[1] }).as('with Authorization').containsOnly(false)
assertThat(came.collect { it[0] }).containsExactly('/contoso-words-1.0.0.tgz', '/@contoso/words', '/contoso-words-1.0.0.tgz')
assertThat(it.statuses('/contoso/_packaging/Publish-yarn-past-the-feed-this/')).isEmpty()
assertThat(it.has('by-setting/node_modules/contoso-greeting/index.js')).isTrue()
it.sentOnly('/contoso/_packaging/Shared/npm/registry/contoso-greeting', 'main')

def warnings = it.warningsOf('Yarn 1')
assertThat(warnings).hasSize(2)
assertThat(warnings[0]).contains('by-lock-file/yarn.lock: 1 of its addresses lead past the feed')
assertThat(warnings[1]).contains("by-setting/.yarnrc: Yarn 1 takes its line '@contoso:registry' before the feed")
it.nothingSecretShows()
true
