import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def builds = it.log().split('BUILD FAILURE', -1).tail()
def messages = [
        "No feed is configured",
        "Organization and collectionUrl are both given",
        "The feed's name is missing",
        "Two feeds have no scopes",
        "The scope @a is given to two feeds",
        "https://pkgs.dev.azure.com/contoso/Shop/_packaging/Shared/npm/registry/",
        "https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/",
        "https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/",
        "plain http",
        "nothing in this build makes it",
        "'vault' is not a value of this parameter",
        "No credential for the feed",
        "white space, line breaks or control characters",
        "already base64-encoded",
        "There is no server 'nowhere' in settings.xml",
        "'yes' is not a value of this parameter (parameter dryRun)",
        "<credentialStore> refers to a property that is not set (parameter credentialStore: ${'$'}{store})",
        "<scopes> refers to a property that is not set (parameter feed, scopes: ${'$'}{team.scopes})",
        "<scopes> is empty",
] as List<String>

assertThat(builds).hasSize(messages.size())
messages.eachWithIndex { message, i ->
    assertThat(builds[i]).as("build ${i + 1}").contains(message)
    assertThat(builds[i].count('[ERROR] Failed to execute goal io.github.feedauth:feedauth-maven-plugin')).isEqualTo(1)
}
assertThat(it.has('.npmrc')).isFalse()
assertThat(it.has('home/.npmrc')).isFalse()
it.nothingSecretShows()
true
