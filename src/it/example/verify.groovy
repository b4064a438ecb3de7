import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def show = { what -> println "[INFO] ${what}" }
def file = { name ->
    show("${name}:")
    it.read(name).eachLine { show('    ' + it.replaceAll(/(_password=).*/, '$1***')) }
}

show('')
file('frontend/.npmrc')
file('home/.npmrc')
show('npm installed, from the feed that answers only to the PAT:')
['contoso-greeting', '@contoso/words'].each { show("    frontend/node_modules/${it}") }

it.installedGreeting('frontend')
it.sentOnly('/contoso/_packaging/Shared/npm/registry/', 'main')
assertThat(it.read('frontend/.npmrc')).doesNotContain(pat)
it.nothingSecretShows()
true
