new File(basedir, 'home').mkdirs()
new File(basedir, 'bin/az').setExecutable(true)

def home = new File(basedir, 'home/.m2')
home.mkdirs()
new File(home, 'federated-token').text = 'an-assertion-of-the-cluster'
def keytool = ['keytool', '-genkeypair', '-alias', 'authority', '-keyalg', 'EC', '-dname', 'CN=localhost', '-ext', 'san=dns:localhost',
        '-validity', '2', '-storetype', 'PKCS12', '-keystore', "${home}/authority.p12".toString(), '-storepass', 'changeit'].execute()
assert keytool.waitFor() == 0 : keytool.text

// Ends with its input: at the latest when the Maven that runs this case does.
def authority = new ProcessBuilder('node', 'authority.mjs').directory(basedir).redirectErrorStream(true)
authority.environment().putAll([TOKEN: jwt, PORT: authorityPort])
context.put('authority', authority.start())
true
