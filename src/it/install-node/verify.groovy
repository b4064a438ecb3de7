import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])

assertThat(it.log()).containsSubsequence('Credentials written to', 'Installing node version', "Running 'npm install'")
assertThat(new File(basedir, 'target/node/node')).isExecutable()
it.installedGreeting('frontend')
it.sentOnly('/contoso/_packaging/Shared/npm/registry/', 'main')
it.nothingSecretShows()
true
