import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.log()).doesNotContain('[WARNING]')
def matrix = ItCase.node(basedir, 'matrix.mjs', 'run', '--clients', clients, '--tools', new File(basedir, '../../clients').path,
        '--feed', feedOrigin)
println matrix
assertThat(it.read('user/yarn4/.yarnrc.yml')).startsWith('# ours\n')
assertThat(it.has('user/yarn4/.npmrc')).isFalse()
assertThat(it.has('user/pnpm10/packages/site/.npmrc')).isFalse()
it.ownerOnly('home/.yarnrc.yml')
assertThat(new File(basedir, 'target/feedauth/npmrc').delete()).isTrue()
it.nothingSecretShows()
true
