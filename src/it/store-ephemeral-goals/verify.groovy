import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def goals = ['npm', 'npx', 'pnpm', 'yarn', 'bun', 'corepack']

// Of its owner alone, with the registry and the credential of the module's own feed; the module's own variables are there too.
assertThat(it.read('shop/told.txt').readLines()).containsExactlyElementsOf(goals.collect { "run-${it} 600 Shared 2 ".toString() })
assertThat(it.read('admin/told.txt').readLines())
        .containsExactlyElementsOf(goals.collect { "run-${it} 600 Tools 2 good morning".toString() })

def files = (it.read('shop/files.txt') + it.read('admin/files.txt')).readLines() as Set
assertThat(files).hasSize(2)
files.each { file ->
    assertThat(file).startsWith("${basedir}/home/.local/state/feedauth/builds/".toString())
    assertThat(new File(file)).doesNotExist()
}
it.nothingSecretShows()
true
