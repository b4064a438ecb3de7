new File(basedir, 'tmp').mkdirs()

// What a team keeps in git; the builds leave it as it is.
new File(basedir, '.gitignore').text = ['build.log', 'frontend/looked-*.txt', 'frontend/package-lock.json', 'home/', 'kept/', 'node_modules/', 'target/', 'tmp/', ''].join('\n')
['git init -q', 'git add -A', 'git -c user.name=it -c user.email=it@example.com commit -q -m all'].each { command ->
    def git = command.execute(null, basedir)
    assert git.waitFor() == 0 : git.err.text
}
true
