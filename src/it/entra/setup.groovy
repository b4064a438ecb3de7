new File(basedir, 'home').mkdirs()
new File(basedir, 'bin/az').setExecutable(true)
true
