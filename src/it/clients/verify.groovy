import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.log()).doesNotContain('[WARNING]')
def matrix = ItCase.node(basedir, 'matrix.mjs', 'run')
println matrix
assertThat(it.read('user/yarn4/.yarnrc.yml')).startsWith('# ours\n')
assertThat(it.has('user/yarn4/.npmrc')).isFalse()
assertThat(it.has('user/pnpm10/packages/site/.npmrc')).isFalse()
it.ownerOnly('home/.yarnrc.yml')
assertThat(it.has('build/yarn4/.yarnrc.yml')).isTrue()
assertThat(it.read('build/yarn4/.yarnrc.yml')).doesNotContain('npmRegistryServer')
assertThat(it.has('ephemeral/npm/.npmrc')).isFalse()
for (file in ['target/feedauth/npmrc', 'target/feedauth/yarn-plugin.cjs', 'classic/target/feedauth/npmrc']) {
    it.ownerOnly(file)
    assertThat(new File(basedir, file).delete()).isTrue()
}
it.nothingSecretShows()
true
