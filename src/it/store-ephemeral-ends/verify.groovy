import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])

assertThat(it.logged('lent to npm until the build ends')).isEqualTo(4)
assertThat(it.read('frontend/looked-interrupted.txt')).startsWith('0 folders')
assertThat(it.read('frontend/looked-failed.txt')).startsWith('0 folders')
assertThat(it.read('frontend/looked-killed.txt')).isEqualTo('1 folders, modes of files: 600')
assertThat(it.read('frontend/looked-swept.txt')).startsWith('0 folders')
assertThat(it.read('frontend/looked-over.txt')).startsWith('0 folders')

// What each build left in the home folder, the workspace and the folder for temporary files, as soon as it was over.
['interrupted', 'failed', 'swept', 'over'].each { build ->
    assertThat(it.has("kept/${build}/tmp")).isTrue()
    assertThat(it.showing("kept/${build}")).as(build).isEmpty()
}
assertThat(it.showing('kept/killed')).singleElement().asString().matches('home/.local/state/feedauth/builds/[^/]+/[^/]+[.]npmrc')
assertThat(new File(basedir, 'kept/killed/home/.local/state/feedauth/builds').deleteDir()).isTrue()

it.installedGreeting('frontend')
assertThat(it.has('frontend/.npmrc')).isFalse()
assertThat(it.has('home/.npmrc')).isFalse()
assertThat(new File(basedir, 'home/.local/state/feedauth/builds').list()).isEmpty()
def git = 'git status --porcelain'.execute(null, basedir)
assertThat(git.text).isEmpty()
assertThat(git.waitFor()).isZero()
it.nothingSecretShows()
true
