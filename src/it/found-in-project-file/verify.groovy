import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def shared = '/contoso/_packaging/Shared/npm/registry/'
def tools = '/contoso/_packaging/Tools/npm/registry/'

assertThat(it.read('frontend/.npmrc')).isEqualTo('''\
; the team's own
registry=http://127.0.0.1:${FEED_PORT}/contoso/_packaging/Shared/npm/registry
@tools:registry=http://127.0.0.1:${FEED_PORT}/contoso/_packaging/Tools/npm/registry/
legacy-peer-deps=true
''')
assertThat(it.read('home/.npmrc'))
        .isEqualTo(it.userLines(shared, 'build-agent', pat) + it.userLines(tools, 'build-agent', patTools))
assertThat(it.log())
        .contains("[INFO] No feed is configured; ${basedir}/frontend/.npmrc names ${feedOrigin}${tools} as @tools:registry".toString())
        .contains("The feed ${feedOrigin}${shared} was found, not configured, and ${feedOrigin - 'http://'} is none of Azure's own".toString())
it.installedGreeting('frontend')
it.sentOnly(tools, 'tools')
it.nothingSecretShows()
true
