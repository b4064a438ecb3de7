import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def feed = '/contoso/_packaging/Shared/npm/registry/'

['.npmrc', 'stranger/.npmrc'].each {
    file -> assertThat(it.read(file)).isEqualTo("registry=${feedOrigin}${feed}\n".toString())
}
assertThat(it.read('home/.npmrc')).isEqualTo(it.userLines(feed, 'DefaultCollection', pat))
def builds = it.log().split('Scanning for projects')[1..-1]
assertThat((builds[2] =~ /run mvn io\.github\.feedauth:feedauth-maven-plugin:\S+:configure before npm/).find()).isTrue()
assertThat(builds[2]).doesNotContain('mvn feedauth:')
assertThat(builds[3]).contains('run mvn feedauth:configure before npm')
it.nothingSecretShows()
true
