import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase
import io.github.feedauth.it.ProcessArguments

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def feed = '/tfs/DefaultCollection/_packaging/Onprem/npm/registry/'

assertThat(it.read('.npmrc')).isEqualTo("registry=${feedOrigin}${feed}\n".toString())
assertThat(it.read('home/.npmrc')).isEqualTo(it.userLines(feed, 'DefaultCollection', pat))
assertThat(it.log()).contains("from settings.xml server 'Onprem'")
it.installedGreeting('.')
it.sentOnly(feed, 'main')
assertThat(it.labels(feed, 'feed', 'username')).containsOnly('DefaultCollection')

def check = it.log().split('Scanning for projects')[2]
assertThat(check).contains("settings.xml server 'Onprem'", 'npm gets in', 'BUILD SUCCESS')

// Nor does any process of the build show it: their command lines are in a file of the case by now, which the next line looks into too.
def commands = ProcessArguments.seen(basedir).readLines()
assertThat(commands.findAll { it.contains('install-with-settings') && it.contains('plexus-classworlds') }).isNotEmpty()
assertThat(commands.findAll { it.contains('npm-cli.js install') || it.endsWith('npm install') }).isNotEmpty()
it.nothingSecretShows()
true
