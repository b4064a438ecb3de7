import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def builds = it.log().split('Scanning for projects')[1..-1]
assertThat(builds[0]).contains('@contoso/workspace-words@1.0.0 can be published to', 'workspace-tools@1.0.0 can be published to',
        'FA307 The package is private', '+ @contoso/workspace-words@1.0.0').doesNotContain('FA301')
assertThat(builds[1]).contains('[ERROR]', 'FA301 @contoso/workspace-words@1.0.0 is in the registry already',
        'workspace-tools@1.0.0 can be published to', '1 error (FA301)').doesNotContain("Running 'npm publish")
// one is free, so npm is run
assertThat(builds[2]).contains('FA301', 'feedauth.publish.skip is false', '+ workspace-tools@1.0.0')
assertThat(builds[3]).contains('FA301 @contoso/workspace-words@1.0.0', 'FA301 workspace-tools@1.0.0', 'feedauth.publish.skip is true', 'BUILD SUCCESS')
        .doesNotContain("Running 'npm publish")
it.nothingSecretShows()
true
