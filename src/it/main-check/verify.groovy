import static org.assertj.core.api.Assertions.assertThat

import com.grack.nanojson.JsonParser
import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def builds = it.log().split('Scanning for projects')[1..-1]
def maven = basedir.parentFile.name == 'it' ? 'this' : basedir.parentFile.name - 'it-maven-'
def feed = "/contoso/_packaging/Publish-main-check-${maven}/npm/registry/".toString()

// one report of both modules, each with its own registry line, and one request for all
assertThat(builds[0]).contains('every package that no other registry serves', 'serves      @contoso', 'BUILD SUCCESS')
assertThat(builds[0].split('npm gets in', -1)).hasSize(3)
assertThat(builds[0].indexOf('npm in ')).isGreaterThan(builds[0].lastIndexOf(':configure'))
def report = JsonParser.object().from(it.read('report.json'))
assertThat(report.getArray('folders').collect { new File(it.getString('folder')).name }).containsExactly('shop', 'admin')
assertThat(it.labels(feed, 'feed', 'pat')).containsExactly('main')

// on a machine with nothing the report is whole, though the first module alone would fail the build
assertThat(builds[1]).contains('/main-check/shop', '/main-check/admin', '1 error (FA101)', 'BUILD FAILURE', 'Skipped: feedauth.skip')
assertThat(builds[1].split('npm in ', -1)).hasSize(3)
assertThat(builds[1].split('FA101 npm has no credential', -1)).hasSize(3)

// without a POM
assertThat(builds[2]).contains("Publish-main-check-pomless-${maven}/npm/registry/", 'FA101 npm has no credential for this registry',
        'environment variable FEEDAUTH_PAT has one', 'BUILD SUCCESS')
assertThat(it.labels("/contoso/_packaging/Publish-main-check-pomless-${maven}/npm/registry/", 'feed', 'pat')).containsExactly('none')
it.nothingSecretShows()
true
