import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'node_modules/@contoso/words/index.js')).content().contains('hello from a private feed')

def feed = '/contoso/_packaging/Shared/npm/registry/'
def sent = new JsonSlurper().parse(new URL("${feedOrigin}/-/record?under=${feed}"))
assertThat(sent.findAll { it.server == 'feed' }.collect { it.auth.pat }).isNotEmpty().containsOnly('main')
assertThat(sent.findAll { it.server == 'blob' }.collect { it.authorizationForwarded }).isNotEmpty().containsOnly(false)

assertThat(new File(basedir, 'build.log')).content().contains('BUILD SUCCESS').doesNotContain(pat)
true
