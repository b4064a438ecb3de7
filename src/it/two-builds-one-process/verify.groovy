import static org.assertj.core.api.Assertions.assertThat

import io.github.feedauth.it.ItCase

def it = new ItCase(basedir, feedOrigin, [pat, patTools, jwt])

def maven = System.getProperty('maven.home')
def launcher = new File(maven, 'boot').listFiles().find { it.name ==~ /plexus-classworlds.*\.jar/ }
def always = "-B,-s,${basedir}/two-builds-one-process-settings.xml,-Dmaven.repo.local=${localRepositoryPath},package"
def command = ['java', '-cp', launcher.path, "-Dclassworlds.conf=${maven}/bin/m2.conf", "-Dmaven.home=${maven}",
        "-Dmaven.multiModuleProjectDirectory=${basedir}", 'Builds.java', "${always},-Darguments=install no-such-package", always,
        "${always},-T2,-Darguments=install no-such-package"]
def builds = new ProcessBuilder(command.collect { it.toString() })
builds.directory(basedir).redirectErrorStream(true).redirectOutput(new File(basedir, 'builds.log'))
builds.environment().putAll([HOME: "${basedir}/home".toString(), FEEDAUTH_PAT: pat, TF_BUILD: 'False'])
def process = builds.start()
assertThat(process.waitFor()).as('see builds.log').isZero()

def log = it.read('builds.log')
assertThat(log.count('lent to npm until the build ends')).isEqualTo(3)
assertThat(log.findAll('Ended with .*'))
        .containsExactly('Ended with 1, leaves 0', 'Ended with 0, leaves 0', 'Ended with 1, leaves 0')
it.installedGreeting('frontend')
it.nothingSecretShows()
true
