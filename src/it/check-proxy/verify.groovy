import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def builds = it.log().split('Scanning for projects')[1..-1]
assertThat(builds[1]).contains('npm gets in', 'FA113 One PAT opens the feeds of several organizations (contoso, fabrikam)', '1 December 2026',
        'FA208 npm would send the credential in clear', 'BUILD SUCCESS')
assertThat(it.labels('http://pkgs.dev.azure.com/fabrikam/', 'feed', 'pat')).containsExactly('main')
assertThat(it.log()).doesNotContain(ItCase.base64('ada:' + patTools))
it.nothingSecretShows()
true
