import static org.assertj.core.api.Assertions.assertThat

import com.grack.nanojson.JsonParser
import io.github.feedauth.it.ItCase

context.get('tls').stop(0)
def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def builds = it.log().split('Scanning for projects')[1..-1]
def read = { name -> JsonParser.object().from(new File(basedir, name).text).getArray('folders').getObject(0).getArray('registries') }

// row: code, severity, answer in JSON, the sentence, what to do
def table = [
        errors: [
                bare          : ['FA101', 'error', 'rejected', 'npm has no credential for this registry', 'none of Azure\'s own hosts|<configuration><hosts>'],
                wrong         : ['FA201', 'error', 'rejected', 'does not accept the token of .*home/.npmrc, line \\d+ \\(401\\): it is wrong, expired, revoked', 'Make a PAT with the scope Packaging \\(read\\), or read & write to publish at http.*/contoso/_usersSettings/tokens'],
                'no-right'    : ['FA203', 'error', 'no-right', 'knows who asks, but gives no right to read it', 'Give the PAT the scope Packaging .* make you a Reader'],
                nowhere       : ['FA204', 'error', 'no-such-feed', 'There is no such feed at this address', 'feed \'Nowhere\''],
                'other-tenant': ['FA201', 'error', 'rejected', 'issued by another Entra tenant', 'Sign in to the organization\'s own tenant'],
                'sign-in-203' : ['FA202', 'error', 'sign-in-page', 'answers with a sign-in page, which means that it did not take the token of', 'Make a PAT'],
                'sign-in-302' : ['FA202', 'error', 'sign-in-page', 'a sign-in page of spsprodweu1.vssps.visualstudio.com', 'Make a PAT'],
                'html-200'    : ['FA202', 'error', 'sign-in-page', 'answers with a sign-in page', 'Make a PAT'],
                elsewhere     : ['FA202', 'error', 'sign-in-page', 'a sign-in page of localhost', 'Make a PAT']],
        warnings: [
                'too-often': ['FA205', 'warning', 'unknown', 'asked too often \\(429\\), so whether the feed takes the credential is not known', 'Wait \\(Retry-After: 30\\)'],
                broken     : ['FA206', 'warning', 'unknown', 'The server failed \\(503\\)', 'run this again'],
                firewall   : ['FA207', 'warning', 'unknown', '403 with a web page, which is more likely a firewall', 'in a browser'],
                odd        : ['FA207', 'warning', 'unknown', 'The answer was 418', 'Check that the URL'],
                slow       : ['FA207', 'warning', 'unknown', 'No answer came within 8 s', 'feedauth.timeout'],
                reset      : ['FA207', 'warning', 'unknown', 'The connection broke off', 'Run this again'],
                refused    : ['FA207', 'warning', 'unknown', 'Nothing answers at that host and port', 'proxy in settings.xml'],
                tls        : ['FA207', 'warning', 'unknown', 'TLS failed: ', 'javax.net.ssl.trustStore']]]

table.each { folder, rows ->
    def found = [:]
    read("${folder}.json").each { registry -> found[registry.getArray('lines').getObject(0).getString('key').replaceFirst('@(.*):registry', '$1')] = registry }
    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(rows.keySet())
    rows.each { row, expected ->
        def registry = found[row]
        assertThat(registry.getString('answer')).as(row).isEqualTo(expected[2])
        def finding = registry.getArray('findings').find { it.getString('code') == expected[0] }
        assertThat((Object) finding).as("${row}: ${registry}".toString()).isNotNull()
        assertThat(finding.getString('severity')).as(row).isEqualTo(expected[1])
        assertThat(finding.getString('message')).as(row).containsPattern(expected[3])
        assertThat(finding.getString('cure')).as(row).containsPattern(expected[4])
    }
}

// people read the same sentences, and the exit status follows the worst of them
assertThat(builds[0]).contains('[ERROR]   ', ' FA201 The feed does not accept', ' FA202 ', ' FA203 ', ' FA204 ', 'npm will not get in as things stand')
assertThat(builds[1]).contains('[WARNING]   ! FA205', '! not known', 'BUILD SUCCESS').doesNotContain('FA201', '[ERROR]')
assertThat(builds[2]).contains('The build is to fail for warnings: 8 warnings (FA2', '"answer":"unknown"')

// where a redirect leads, nothing arrives, not even a request
assertThat(it.statuses('/-/elsewhere')).isEmpty()
// a server that the JVM does not trust is sent nothing; in its trust store, it is asked
assertThat(builds[3]).contains('npm gets in', 'BUILD SUCCESS')
assertThat(context.get('reached')).containsExactly('/contoso/_packaging/Answer/npm/registry/')
// the feeds were asked once in each build
assertThat(it.statuses('/contoso/_packaging/Answer-sign-in-203/')).hasSize(1)
assertThat(it.statuses('/contoso/_packaging/Answer-slow/')).hasSize(2)

assertThat(it.log()).doesNotContain('nobody-knows-this-one', ItCase.base64('nobody-knows-this-one'), 'signed')
it.nothingSecretShows()
true
