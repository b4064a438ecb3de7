def home = new File(basedir, 'home/.m2')
home.mkdirs()
new File(home, 'npm-pat').text = pat + '\n'
true
