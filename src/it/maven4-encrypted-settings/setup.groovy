import java.nio.charset.StandardCharsets

// What `mvnenc init` and `mvnenc encrypt` give. The latter asks for the password, and answers with the last line in braces.
def home = new File(basedir, 'home')
def security = new File(home, '.m2/settings-security4.xml')
security.parentFile.mkdirs()
security.text = '''\
<settingsSecurity xmlns="http://codehaus-plexus.github.io/plexus-sec-dispatcher/4.0">
  <defaultDispatcher>master</defaultDispatcher>
  <configurations>
    <configuration>
      <name>master</name>
      <properties>
        <property>
          <name>cipher</name>
          <value>AES/GCM/NoPadding</value>
        </property>
        <property>
          <name>source</name>
          <value>env:MASTER_PASSWORD</value>
        </property>
      </properties>
    </configuration>
  </configurations>
</settingsSecurity>
'''
def maven4 = new File(basedir, '../../maven').listFiles().find { it.name.startsWith('apache-maven-4') }
def builder = new ProcessBuilder(new File(maven4, 'bin/mvnenc').canonicalPath, 'encrypt').redirectErrorStream(true)
builder.environment().putAll([HOME: home.path, MAVEN_OPTS: "-Duser.home=${home.path}".toString(), MASTER_PASSWORD: 'a master password'])
def mvnenc = builder.start()
mvnenc.outputStream.withCloseable { it.write("${pat}\n".getBytes(StandardCharsets.UTF_8)) }
def encrypted = (mvnenc.inputStream.text =~ /\{\[name=master[^\r\n]*\}/).collect { it }.last()

def settings = new File(basedir, 'maven4-encrypted-settings-settings.xml')
settings.text = settings.text.replace('ENCRYPTED', encrypted)
true
