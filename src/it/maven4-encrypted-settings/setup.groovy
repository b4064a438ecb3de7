import java.nio.charset.StandardCharsets

// What `mvnenc init` and `mvnenc encrypt` give. The latter asks for the password, and answers with the last line in braces.
def home = new File(basedir, 'home')
def folder = new File(home, '.m2')
folder.mkdirs()
new File(folder, 'master-password').text = 'a master password\n'
def security = { name, source ->
    new File(folder, name).text = """\
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
          <value>${source}</value>
        </property>
      </properties>
    </configuration>
  </configurations>
</settingsSecurity>
"""
}
security('settings-security4.xml', 'env:MASTER_PASSWORD')
security('by-file.xml', "file:${folder}/master-password")
security('by-property.xml', 'system-property:master.password')
security('by-nothing.xml', 'env:NOBODY_SETS_THIS')
def maven4 = new File(basedir, '../../maven').listFiles().find { it.name.startsWith('apache-maven-4') }
def builder = new ProcessBuilder(new File(maven4, 'bin/mvnenc').canonicalPath, 'encrypt').redirectErrorStream(true)
builder.environment().putAll([HOME: home.path, MAVEN_OPTS: "-Duser.home=${home.path}".toString(), MASTER_PASSWORD: 'a master password'])
def mvnenc = builder.start()
mvnenc.outputStream.withCloseable { it.write("${pat}\n".getBytes(StandardCharsets.UTF_8)) }
def encrypted = (mvnenc.inputStream.text =~ /\{\[name=master[^\r\n]*\}/).collect { it }.last()

def settings = new File(basedir, 'maven4-encrypted-settings-settings.xml')
settings.text = settings.text.replace('ENCRYPTED', encrypted)
true
