import static org.assertj.core.api.Assertions.assertThat

import com.grack.nanojson.JsonParser
import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def builds = it.log().split('Scanning for projects')[1..-1]
def feed = "${feedOrigin}/contoso/_packaging/Publish-check/npm/registry/"
def key = feed.substring(feed.indexOf('//'))

// configured: what the README shows
assertThat(builds[0]).contains(
        "[INFO] ${feed}",
        'npm gets in',
        "credential  username and _password at ${key} (user level, ${new File(basedir, 'home/.npmrc')}, line 2)",
        'the token of environment variable FEEDAUTH_PAT')
        .doesNotContain('FA1', 'FA2')

// as JSON, in the log on one line and in the file
def json = new File(basedir, 'report.json').text
assertThat(builds[1]).contains('[INFO] ' + json.trim())
def report = JsonParser.object().from(json)
assertThat(report.getInt('errors')).isZero()
def registry = report.getArray('folders').getObject(0).getArray('registries').getObject(0)
assertThat(registry.getString('answer')).isEqualTo('accepted')
assertThat(registry.getArray('credential').getObject(1).getString('key')).isEqualTo("${key}:_password".toString())

// nothing configured
assertThat(builds[2]).contains('[ERROR]', 'FA101 npm has no credential for this registry',
        'environment variable FEEDAUTH_PAT has one: run mvn feedauth:configure', '1 error (FA101)')

// offline: told from the files alone, and no failure where none is wanted
assertThat(builds[3]).contains('not asked (offline, or skipProbe is set)', 'FA101')

// a stale token
assertThat(builds[4]).contains('FA102', 'FA106', 'FA201', '.npmrc, line 1')

// a store that leaves nothing behind: what npm will get is put together for the check, and gone after it
assertThat(builds[5]).contains('npm gets in', 'the token of environment variable FEEDAUTH_PAT',
        "${new File(basedir, 'target/feedauth/npmrc')}, line 2").doesNotContain('FA101', '/builds/')
assertThat(it.has('nobody/.npmrc')).isFalse()
assertThat(new File(basedir, 'nobody/.local/state/feedauth/builds').list()).isEmpty()

assertThat(it.labels('/contoso/_packaging/Publish-check/npm/registry/', 'feed', 'pat')).contains('main', 'none', 'unknown')
// Colours as Maven was told, from its own builder of messages.
assertThat(builds[6]).contains('\u001b[1;32m\u2714\u001b[m npm gets in')
assertThat(builds[0]).contains('\u2714 npm gets in')

it.nothingSecretShows()
true
