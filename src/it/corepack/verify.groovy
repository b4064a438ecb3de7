import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

context.get('elsewhere').stop(0)
def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])

// What a project says that leads Corepack to another host: the host is asked, and without the credential.
def came = context.get('came')
assertThat(came.collect { it[1] }).as('with Authorization').containsOnly(false)
assertThat(came.collect { it[0] }).containsExactly('/pnpm.tgz', '/other.tgz', '/pnpm/10.34.9', '/registry.tgz', '/ours.tgz')
assertThat(it.logged('pnpm from elsewhere')).isEqualTo(3)
def warnings = it.warningsOf('Corepack gets no credential from feedauth-maven-plugin')
assertThat(warnings).hasSize(3)
assertThat(warnings[0]).contains('COREPACK_ENABLE_UNSAFE_CUSTOM_URLS is set by', 'custom-address/.corepack.env')
assertThat(warnings[1]).contains('COREPACK_ENABLE_UNSAFE_CUSTOM_URLS is set by', 'other-file/team.env')
assertThat(warnings[2]).contains('packageManager in', 'unknown-name/package.json names an address')
assertThat(it.log()).contains('COREPACK_NPM_REGISTRY is set by', 'other-registry/.corepack.env. Remove it to let Corepack')

assertThat(it.has('node_modules/contoso-greeting/index.js')).isTrue()
assertThat(it.log()).contains('good morning')
assertThat(it.labels('/contoso/_packaging/Shared/npm/registry/pnpm/', 'feed', 'pat')).hasSize(2).containsOnly('main')
it.sentOnly('/contoso/_packaging/Shared/npm/registry/', 'main')
assertThat(it.labels('/contoso/_packaging/Entra/npm/registry/pnpm/', 'feed', 'pat')).hasSize(2).containsOnly('jwt')

// With a registry of the user's own Corepack gets nothing of ours.
assertThat(it.log()).contains('COREPACK_NPM_REGISTRY is set by the environment.', 'http://127.0.0.1:9/pnpm')
assertThat(it.has('.npmrc')).isFalse()
assertThat(it.has('home/.npmrc')).isFalse()
it.nothingSecretShows()
true
