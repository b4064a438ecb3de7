import org.sonatype.plexus.components.cipher.DefaultPlexusCipher

// What `mvn --encrypt-master-password` and `mvn --encrypt-password` give.
def cipher = new DefaultPlexusCipher()
def master = 'a master password'
def home = new File(basedir, 'home/.m2')
home.mkdirs()
new File(home, 'settings-security.xml').text = """\
<settingsSecurity>
  <master>${cipher.encryptAndDecorate(master, 'settings.security')}</master>
</settingsSecurity>
"""
def settings = new File(basedir, 'main-encrypted-settings-settings.xml')
settings.text = settings.text.replace('ENCRYPTED', cipher.encryptAndDecorate(pat, master))
true
