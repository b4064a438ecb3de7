import org.sonatype.plexus.components.cipher.DefaultPlexusCipher

// What `mvn --encrypt-master-password` and `mvn --encrypt-password` give.
def cipher = new DefaultPlexusCipher()
def master = 'a master password'
def home = new File(basedir, 'home/.m2')
home.mkdirs()
new File(home, 'settings-security.xml').text = "<settingsSecurity><relocation>${home}/stick/master.xml</relocation></settingsSecurity>\n"
def stick = new File(home, 'stick')
stick.mkdirs()
new File(stick, 'master.xml').text = """\
<settingsSecurity>
  <master>${cipher.encryptAndDecorate(master, 'settings.security')}</master>
</settingsSecurity>
"""
def settings = new File(basedir, 'encrypted-settings-relocated-settings.xml')
settings.text = settings.text.replace('ENCRYPTED', cipher.encryptAndDecorate(pat, master))
true
