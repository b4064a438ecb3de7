import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def feed = '/contoso/_packaging/Shared/npm/registry/'

// Each build has a home of its own, and npm an empty cache in it: every one had to write the file, and to get in with it.
def all = ['library', 'shop', 'portal']
def built = [
        1: all, 2: all, 3: all, 4: all, 5: all, 6: ['library', 'shop'], 7: ['library', 'portal'], 8: ['shop', 'portal'], 9: all]
built.each { build, modules ->
    assertThat(it.read("build-${build}/home/.npmrc")).isEqualTo(it.userLines(feed, 'DefaultCollection', pat))
}
all.each { module -> it.installedGreeting(module) }

// What -q hides: everything. Each other build tells once where the credentials went.
built.keySet().each { build ->
    def written = it.logged("Credentials written to ${new File(basedir, "build-${build}/home/.npmrc")}")
    assertThat(written).as("build ${build}").isEqualTo(build == 3 ? 0 : 1)
}

// Only one build failed, and for npm's reason; Maven has nothing to say against the plugin on any version.
assertThat(it.logged('BUILD FAILURE')).isEqualTo(1)
assertThat(it.log()).contains('Unknown command: "explode"')
assertThat(it.warningsOf('feedauth')).isEmpty()
it.nothingSecretShows()
true
