import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
assertThat(it.log())
        .contains("The password can't be decrypted: the file with the master password is not there")
        .contains("The password can't be decrypted: it was encrypted by Maven 4, which this Maven can't undo (settings.xml server 'newer')")
        .doesNotContain('jSMOWnoPFgsHVpMvz5VrIt5kRbzGpI8u')
        .doesNotContain('vvq66pZ7rkvzSPStGTI9q4QDnsmuDwo')
assertThat(it.has('.npmrc')).isFalse()
assertThat(it.has('home/.npmrc')).isFalse()
it.nothingSecretShows()
true
