import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
for (goal in ['npm', 'pnpm', 'yarn', 'bun', 'npx']) {
    assertThat(it.log()).contains('frontend-maven-plugin:2.0.2:' + goal + ' ')
}
for (tree in ['ephemeral', 'user', 'token']) {
    for (client in ['npm', 'pnpm', 'yarn', 'bun']) {
        for (wanted in [['site', 'contoso-greeting'], ['library', '@tools/lint-rules']]) {
            ItCase.node(new File(basedir, [tree, client, wanted[0]].join('/')), '-e', "require('" + wanted[1] + "')")
        }
    }
}
for (home in ['empty-home', 'home', 'by-token/home']) {
    def packages = new File(basedir, home + '/.npm/_npx').list()
    assertThat(packages).hasSize(1)
    assertThat(it.has(home + '/.npm/_npx/' + packages[0] + '/node_modules/@contoso/words')).isTrue()
}
it.sentOnly('/contoso/_packaging/Shared/npm/registry/', 'main')
it.sentOnly('/contoso/_packaging/Tools/npm/registry/', 'tools')
it.sentOnly('/contoso/_packaging/Entra/npm/registry/', 'jwt')

// Written once, at the root of the workspace.
assertThat(it.logged('Registry written to ' + basedir + '/user/')).isEqualTo(5)
for (root in ['npm', 'pnpm', 'bun', 'npx']) {
    assertThat(it.read('user/' + root + '/.npmrc')).contains('registry=' + feedOrigin, '@tools:registry=' + feedOrigin)
}
assertThat(it.read('user/yarn/.yarnrc.yml')).contains('npmRegistryServer: "' + feedOrigin)
for (member in ['npm/site', 'npm/library', 'pnpm/site', 'pnpm/library', 'bun/site', 'bun/library', 'yarn/site', 'yarn/library']) {
    assertThat(it.has('user/' + member + '/.npmrc')).isFalse()
    assertThat(it.has('user/' + member + '/.yarnrc.yml')).isFalse()
}

// check finds nothing wrong with any of them, and asked for the workspaces of pnpm and Bun.
assertThat(it.logged('✖')).isZero()
for (root in ['npm', 'pnpm', 'bun', 'npx', 'yarn']) {
    assertThat(it.log()).contains('in ' + basedir + '/user/' + root)
}

// Taken back, lent and gone, or only shown: nothing is left.
assertThat(it.logged('Registry written to ' + basedir + '/cleaned/')).isEqualTo(5)
for (file in ['npm/.npmrc', 'pnpm/.npmrc', 'bun/.npmrc', 'npx/.npmrc', 'yarn/.yarnrc.yml']) {
    assertThat(it.log()).contains('Would change ' + basedir + '/dry/' + file + ':')
}
for (tree in ['cleaned', 'ephemeral', 'dry']) {
    for (root in ['npm', 'pnpm', 'bun', 'npx']) {
        assertThat(it.has(tree + '/' + root + '/.npmrc')).isFalse()
    }
    assertThat(it.read(tree + '/yarn/.yarnrc.yml')).startsWith('yarnPath').doesNotContain(feedOrigin, 'npmRegistryServer')
}
for (home in ['clean-home', 'empty-home', 'dry-home']) {
    assertThat(it.has(home + '/.npmrc')).isFalse()
    assertThat(it.has(home + '/.yarnrc.yml')).isFalse()
}
assertThat(it.log()).doesNotContain('[WARNING]')
it.nothingSecretShows()
true
