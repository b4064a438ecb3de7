import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
context.get('authority').outputStream.close()
def feed = '/contoso/_packaging/Entra/npm/registry/'
def registry = feedOrigin + feed
def key = registry - 'http:'

assertThat(it.read('home/.npmrc')).isEqualTo("""\
${key}:_authToken=${jwt}
${key - 'registry/'}:_authToken=${jwt}
""".toString())
assertThat(it.log())
        .contains("${registry} from the Azure CLI".toString())
        .contains("${registry} from azure-identity".toString())
        .contains('The library is not there (azure-identity, DefaultAzureCredential). Add it to the plugin: <dependencies>')
assertThat(it.read('home/az.log'))
        .isEqualTo('account get-access-token --resource 499b84ac-1321-427f-aa17-267ca6975798 --output json\n')
assertThat(it.logged("${registry} from azure-identity")).isEqualTo(3)
assertThat(it.read('home/.m2/authority.log').readLines()).containsExactly(
        "POST /adfs/oauth2/token of the-principal by client_secret",
        "POST /adfs/oauth2/token of the-workload by client_assertion an-assertion-of-the-cluster")
assertThat(it.statuses('/-/identity/token')).containsOnly(200)
it.sentOnly(feed, 'jwt')
it.nothingSecretShows()
true
