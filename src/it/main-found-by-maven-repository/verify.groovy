import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def feed = '/contoso/_packaging/Shared/npm/registry/'

assertThat(it.log())
        .contains("[INFO] No feed is configured; chosen is ${feedOrigin}${feed}, the npm side of Maven repository 'azure".toString())
assertThat(it.read('.npmrc')).isEqualTo("registry=${feedOrigin}${feed}\n".toString())
it.installedFromServer(feed, 'azure', 'build-agent', pat)
true
