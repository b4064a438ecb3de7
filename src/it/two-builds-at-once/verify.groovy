import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

import java.util.concurrent.TimeUnit

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
def lent = { ->
    def builds = new File(basedir, 'home/.local/state/feedauth/builds')
    builds.directory ? builds.listFiles().findAll { it.directory }.collectMany { it.listFiles() as List } : []
}
def build = { where ->
    def command = ["${System.getProperty('maven.home')}/bin/mvn", '-B', '-s', "${basedir}/two-builds-at-once-settings.xml",
            "-Dmaven.repo.local=${localRepositoryPath}", "-Dwhere=${where}", 'package']
    def process = new ProcessBuilder(command.collect { it.toString() })
    process.directory(basedir).redirectErrorStream(true).redirectOutput(new File(basedir, "${where}.log"))
    process.environment().putAll([HOME: "${basedir}/home".toString(), FEEDAUTH_PAT: pat, TF_BUILD: 'False'])
    process.start()
}
def ended = { process -> process.waitFor(3, TimeUnit.MINUTES) ? process.exitValue() : 'never' }

def first = build('first')
while (first.alive && !it.has('first/waiting')) {
    sleep(100)
}
try {
    def ofTheFirst = lent()
    assertThat(ofTheFirst).as('see first.log').hasSize(1)

    assertThat(ended(build('second'))).as('see second.log').isEqualTo(0)
    it.installedGreeting('second')
    assertThat(lent()).isEqualTo(ofTheFirst)
} finally {
    new File(basedir, 'first/go').text = ''
}
assertThat(ended(first)).as('see first.log').isEqualTo(0)
it.installedGreeting('first')
assertThat(lent()).isEmpty()
it.nothingSecretShows()
true
