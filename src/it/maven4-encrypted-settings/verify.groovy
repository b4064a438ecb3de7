import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def feed = '/contoso/_packaging/Shared/npm/registry/'
['by-file': pat, 'by-property': pat, 'elsewhere': patTools].each { source, expected ->
    assertThat(it.read("${source}/home/.npmrc").equals(it.userLines(feed, 'build-agent', expected))).as(source).isTrue()
}
assertThat(it.has('by-nothing/home/.npmrc')).isFalse()
it.installedFromServer(feed, 'azure', 'build-agent', pat)
true
