import org.sonatype.plexus.components.cipher.DefaultPlexusCipher

def cipher = new DefaultPlexusCipher()
def home = new File(basedir, 'home/.m2')
home.mkdirs()
def security = { name, content -> new File(home, name).text = "<settingsSecurity>${content}</settingsSecurity>\n" }
security('another.xml', "<master>${cipher.encryptAndDecorate('another master password', 'settings.security')}</master>")
security('none.xml', '')
security('relocated.xml', "<relocation>${home}/moved.xml</relocation>")
def settings = new File(basedir, 'main-undecryptable-settings-settings.xml')
settings.text = settings.text.replace('ENCRYPTED', cipher.encryptAndDecorate(pat, 'a master password'))
true
