import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def feed = { name -> "/contoso/_packaging/${name}/npm/registry/".toString() }
def registry = { name -> feedOrigin + feed(name) }
def entra = feedOrigin.replace('http:', '') + feed('Entra')

assertThat(it.read('home/.npmrc'))
        .contains(it.userLines(feed('Shared'), 'DefaultCollection', pat))
        .contains(it.userLines(feed('Tools'), 'any', patTools))
        .contains(it.userLines(feed('Shared@Release'), 'DefaultCollection', pat))
        .contains("${entra}:_authToken=${jwt}\n".toString())
assertThat(it.log())
        .contains("${registry('Shared')} from environment variable FEEDAUTH_PAT_FILE: ${basedir}/home/.m2/npm-pat".toString())
        .contains('(environment variable ARTIFACTS_CREDENTIALPROVIDER_EXTERNAL_FEED_ENDPOINTS, entry 1). ')
        .contains("${registry('Tools')} from environment variable ARTIFACTS_CREDENTIALPROVIDER_EXTERNAL_FEED_ENDPOINTS, entry 2".toString())
        .contains("${registry('Entra')} from environment variable SYSTEM_ACCESSTOKEN".toString())
        .contains("SYSTEM_ACCESSTOKEN: not mapped into this step. Add to the step in the pipeline's YAML:")
        .contains('SYSTEM_ACCESSTOKEN: $(System.AccessToken)')
        .contains("SYSTEM_ACCESSTOKEN: is for feeds of ${feedOrigin}/fabrikam/ only".toString())
assertThat(it.read('maven.log')).contains("${registry('Shared@Release')} from environment variable VSS_NUGET_ACCESSTOKEN".toString())
it.sentOnly(feed('Tools'), 'tools')
it.sentOnly(feed('Entra'), 'jwt')

// To the agent, and only in a pipeline: in every form that a file may hold it in.
def forms = [pat, ItCase.base64(pat), ItCase.base64('DefaultCollection:' + pat), jwt]
assertThat(it.masked() == forms).as('registered with the agent').isTrue()
it.nothingSecretShows()
true
