import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def log = it.log()

// Maven 4 decrypts before any plugin runs, and stops there.
if (log.contains('Could not decrypt password')) {
    assertThat(log).doesNotContain('feedauth-maven-plugin:')
    assertThat(log.findAll('Error building settings')).hasSize(5)
} else {
    def why = log.findAll("The password can't be decrypted: [^(]*")
    assertThat(why).hasSize(5)
    assertThat(why[0]).contains('is not there, ').contains('nowhere.xml')
    assertThat(why[1]).contains('is not the one it was encrypted with')
    assertThat(why[2]).contains('has no <master>')
    assertThat(why[3]).contains('is not there, ').contains('moved.xml')
    assertThat(why[4]).contains("was encrypted by Maven 4, which this Maven can't undo")
}
assertThat(it.has('.npmrc')).isFalse()
assertThat(it.has('home/.npmrc')).isFalse()
it.nothingSecretShows()
true
