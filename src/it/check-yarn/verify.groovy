import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def builds = it.log().split('Scanning for projects')[1..-1]
def path = '/contoso/_packaging/Publish-check-yarn-this/npm/registry/'
def feed = feedOrigin + path

assertThat(builds[0]).contains('[INFO] Yarn in ' + basedir.toPath().toRealPath(), 'FA101 Yarn has no credential for this registry', 'FA104',
        '2 errors (FA104, FA101)')

// what Yarn will be lent is put together for the check, and gone after it
assertThat(builds[1]).contains('Yarn gets in', 'the token of environment variable FEEDAUTH_PAT', 'npmAuthIdent at ' + feed)
        .doesNotContain('FA1', 'FA2')
assertThat(builds[2]).contains('@contoso/check-yarn-a@1.0.0 can be published to ' + feed, 'check-yarn-b@1.0.0 can be published to ' + feed,
        'FA307', 'feedauth.publish.skip is false', 'Package archive published', 'BUILD SUCCESS')
assertThat(builds[2].split('Package archive published', -1).length - 1).isEqualTo(2)
assertThat(builds[3]).contains('FA301 @contoso/check-yarn-a@1.0.0 is in the registry already', 'FA301 check-yarn-b@1.0.0',
        'feedauth.publish.skip is true', 'BUILD SUCCESS').doesNotContain('Package archive published')
// warned only, Yarn is run, and fails as was said
assertThat(builds[4]).contains('[WARNING]', 'FA301').containsPattern('YN0035|cannot publish over|403|409').doesNotContain('Package archive published')
assertThat(builds[5]).contains('Yarn gets in').doesNotContain('FA1', 'FA2')
assertThat(builds[6]).contains('FA201 The feed does not accept the token of environment variable FEEDAUTH_PAT')
assertThat(builds[7]).contains('Yarn gets in', "npmAuthIdent at ${feed} (user level, ${new File(basedir, 'home/.yarnrc.yml')}, line 4)",
        '2 errors (FA301)').doesNotContain('FA101', 'FA104')

assertThat(it.labels(path, 'feed', 'pat')).contains('main', 'unknown')
assertThat(new File(basedir, 'home/.local/state/feedauth/builds').list()).isEmpty()
it.ownerOnly('target/feedauth/yarn-plugin.cjs')
assertThat(new File(basedir, 'target/feedauth/yarn-plugin.cjs').delete()).isTrue()
it.nothingSecretShows()
true
