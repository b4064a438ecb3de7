import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def builds = it.log().split('Scanning for projects')[1..-1]
assertThat(builds[0]).contains('@contoso/storefront@1.0.0 can be published to', 'feedauth.publish.skip is false', '+ @contoso/storefront@1.0.0')
assertThat(builds[1]).contains('[ERROR]', 'FA301 @contoso/storefront@1.0.0 is in the registry already', '1 error (FA301)')
        .doesNotContain('npm publish\' in', 'Running \'npm publish')
assertThat(builds[2]).contains('FA301', 'feedauth.publish.skip is true', 'BUILD SUCCESS').doesNotContain("Running 'npm publish", '+ @contoso')
// warned only, npm is run, and fails as was said
assertThat(builds[3]).contains('[WARNING]', 'FA301', "Running 'npm publish").containsPattern('E403|cannot publish over')
        .doesNotContain('+ @contoso')
it.nothingSecretShows()
true
