import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.log())
        .contains("The password can't be decrypted: the file with the master password is not there")
        .contains("The password refers to a variable or property that is not set (settings.xml server 'unset')")
        .contains("The password is blank (settings.xml server 'blank')")
        .contains("There is no server 'missing' in settings.xml (it has: 'azure', 'unset', 'blank')")
        .doesNotContain('jSMOWnoPFgsHVpMvz5VrIt5kRbzGpI8u')
assertThat(it.has('.npmrc')).isFalse()
assertThat(it.has('home/.npmrc')).isFalse()
it.nothingSecretShows()
true
