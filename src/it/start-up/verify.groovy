import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.logged('Credentials written to')).isEqualTo(1)

// The log of the second build: the JVM begins the file anew.
def loaded = it.read('classes.log').readLines().collect { it.replaceFirst(/^\[.*?] /, '').split(' ')[0] }
def ours = loaded.findAll { it.startsWith('io.github.feedauth.') && !it.contains('$$Lambda') }
assertThat(ours).contains('io.github.feedauth.mojo.ConfigureMojo').hasSizeLessThanOrEqualTo(150)
assertThat(ours).noneMatch { (it =~ /\.(check|probe|publish|receipt|yarnrc)\./).find() }
assertThat(ours).noneMatch { (it =~ /Json(Parser|Tokener|Writer)$|Discover|FurtherSources\$|Entra\w*Source|AzureCli|TokenSlip|Temporary|TargetLock/).find() }

// What the JVM makes for a record's own equals costs more than all classes of a package.
assertThat(loaded).doesNotContain('java.lang.runtime.ObjectMethods').noneMatch { it.startsWith('java.net.http.') }
it.nothingSecretShows()
true
