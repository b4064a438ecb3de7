import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def builds = it.log().split('Scanning for projects')[1..-1]
assertThat(builds[1]).contains('FA201 The feed does not accept the token of environment variable FEEDAUTH_PAT, in',
        'home/.npmrc, line 2 (401): it is wrong, expired, revoked, or of another organization',
        '_usersSettings/tokens', '1 error (FA201)')
assertThat(builds[3]).contains('FA203 The feed knows who asks, but gives no right to read it', '1 error (FA203)')
assertThat(it.log()).doesNotContain('nobody-knows-this-one')
it.nothingSecretShows()
true
