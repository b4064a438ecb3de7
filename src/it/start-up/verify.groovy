import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase
import io.github.feedauth.mojo.StartUp

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.logged('Credentials written to')).isEqualTo(1)

def classes = { log -> it.read(log).readLines().collect { it.replaceFirst(/^\[.*?] /, '').split(' ')[0] } }
def ours = { loaded ->
    loaded.findAll { it.startsWith('io.github.feedauth.') && !it.contains('$$Lambda') && !it.contains('.shaded.') }
}
def startUp = 'io.github.feedauth.mojo.StartUp'
def afterIt = { loaded -> ours(loaded).dropWhile { it != startUp }.drop(1) }

// With one processor nothing is loaded but what is needed.
def needed = classes('needed.log')
assertThat(ours(needed)).contains('io.github.feedauth.mojo.ConfigureMojo').hasSizeLessThanOrEqualTo(150)
assertThat(ours(needed)).noneMatch { (it =~ /\.(check|probe|publish|receipt|yarnrc)\./).find() }
assertThat(ours(needed)).noneMatch { (it =~ /Json(Parser|Tokener|Writer)$|Discover|FurtherSources\$|Entra\w*Source|AzureCli|TokenSlip|Temporary|TargetLock/).find() }

// Nor does it put a lambda together: each costs as much as three classes. (Those of an address of digits, as here, no feed needs.)
assertThat(needed).noneMatch { it.contains('feedauth') && it.contains('$$Lambda') && !(it =~ /\.Web(Host|Url)\$/).find() }

// What the JVM makes for a record's own equals costs more than all classes of a package.
assertThat(needed).doesNotContain('java.lang.runtime.ObjectMethods').noneMatch { it.startsWith('java.net.http.') }

// The list that is loaded beside Maven's work: where it differs, the lines of needed.log after StartUp are the new one.
def list = StartUp.getResource(StartUp.CLASSES).readLines()
assertThat(list as Set).isEqualTo(afterIt(needed) as Set)
assertThat(afterIt(classes('loaded.log')) as Set).isEqualTo(list as Set)
it.nothingSecretShows()
true
